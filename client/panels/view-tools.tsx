import { Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useView } from '../use-view.tsx';
import { LANGUAGES } from '../view.ts';
import css from './view-tools.module.css';

/** Language and theme of the page. */
export function ViewTools() {
  const { t } = useTranslation();
  const { view, change } = useView();
  const night = view.theme === 'night';
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend */}
      <div className={css.languages} role="group" aria-label={t('app.language')}>
        {LANGUAGES.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={view.language === language}
            aria-label={t(language === 'id' ? 'app.indonesian' : 'app.english')}
            onClick={() => change({ language })}
          >
            {language.toUpperCase()}
          </button>
        ))}
      </div>
      <Button
        look="quiet"
        icon
        aria-label={t(night ? 'app.nightOff' : 'app.nightOn')}
        title={t(night ? 'app.nightOff' : 'app.nightOn')}
        onClick={() => change({ theme: night ? 'day' : 'night' })}
      >
        {night ? <Sun size={18} aria-hidden="true" /> : <Moon size={18} aria-hidden="true" />}
      </Button>
    </>
  );
}
