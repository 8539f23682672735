import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useView } from '../use-view.tsx';
import css from './help-lines.module.css';

/** `SAPA 129 (women and children)` as `SAPA 129`, where there is room for one line. */
function shortName(name: string): string {
  return name.replace(/\s*\([^)]*\)$/, '');
}

/** The help lines that may be printed, each with its source and date. */
export function HelpLines({ detailed = false }: { readonly detailed?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const { helplines } = useAtlas().info;
  if (helplines.length === 0) return <p>{t('strip.helpNone')}</p>;
  return (
    <ul className={css.list} aria-label={t('strip.help')}>
      {helplines.map((line) => {
        const name = view.language === 'en' ? line.nameEn : line.nameId;
        return (
          <li key={line.id}>
            <a className={css.phone} href={`tel:${line.phone}`}>
              {line.phone}
            </a>{' '}
            <span>{detailed ? name : shortName(name)}</span>
            {detailed && (
              <small className={css.detail}>
                {[
                  line.whatsapp && t('strip.whatsapp', { number: line.whatsapp }),
                  line.hours === '24h' ? t('strip.allDay') : line.hours,
                  t('strip.helpSource', {
                    source: line.source,
                    date: line.sourceDate === null ? t('drawer.undated') : format.date(line.sourceDate),
                  }),
                  line.lastChecked !== null && t('strip.helpChecked', { date: format.date(line.lastChecked) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}
