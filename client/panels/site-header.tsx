import { LogIn, Moon, Printer, Sun } from 'lucide-react';
import { lazy, type MouseEvent, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { type PageName, useView } from '../use-view.tsx';
import { LANGUAGES } from '../view.ts';
import css from './site-header.module.css';
import { useMapPainted } from './use-map-painted.ts';

/** Loaded by those who signed in; the public page does without. */
const AccountMenu = lazy(() => import('../accounts/account-menu.tsx'));

const PAGES = [
  { page: 'map', path: '/' },
  { page: 'data', path: '/data' },
] as const satisfies readonly { page: PageName; path: string }[];

/** Brand, pages, language, theme and print. */
export function SiteHeader({ onSkip }: { readonly onSkip?: () => void }) {
  const { t } = useTranslation();
  const { page, view, change, open, hrefOf } = useView();
  const follow = (event: MouseEvent, path: string): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(path);
  };
  const session = useSession(useMapPainted(page === 'map'));
  const night = view.theme === 'night';
  return (
    <header className={css.header}>
      <a
        className={css.skip}
        href={page === 'map' ? '#areas' : '#content'}
        onClick={(event) => {
          // The fragment of an internal page says which case is open: it stays.
          event.preventDefault();
          if (onSkip !== undefined) onSkip();
          else document.getElementById('content')?.focus();
        }}
      >
        {t(page === 'map' ? 'app.skip' : 'app.skipToContent')}
      </a>
      <a className={css.brand} href={hrefOf('/')} onClick={(event) => follow(event, '/')}>
        <svg className={css.mark} viewBox="0 0 22 22" aria-hidden="true">
          <path d="M3 4.2 8 2l6 2.4L19 2v15.8L14 20l-6-2.4L3 20z" opacity=".28" />
          <path d="M8 2v15.600L14 20V4.400z" />
        </svg>
        {t('app.name')}
        <span>{t('app.city')}</span>
      </a>
      <nav className={css.nav} aria-label={t('app.nav')}>
        {PAGES.map((item) => (
          <a
            key={item.page}
            href={hrefOf(item.path)}
            aria-current={page === item.page ? 'page' : undefined}
            onClick={(event) => follow(event, item.path)}
          >
            {t(`app.${item.page}`)}
          </a>
        ))}
      </nav>
      <div className={css.tools}>
        {page === 'map' && (
          <span className={css.print}>
            <Button look="quiet" icon aria-label={t('app.print')} title={t('app.print')} onClick={() => window.print()}>
              <Printer size={18} aria-hidden="true" />
            </Button>
          </span>
        )}
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
        {session?.user == null ? (
          <a
            className={css.signIn}
            href={hrefOf('/sign-in')}
            aria-current={page === 'sign_in' ? 'page' : undefined}
            onClick={(event) => follow(event, '/sign-in')}
          >
            <LogIn size={18} aria-hidden="true" />
            <span>{t('app.signIn')}</span>
          </a>
        ) : (
          <Suspense>
            <AccountMenu session={session} />
          </Suspense>
        )}
      </div>
    </header>
  );
}
