import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { StepHeading } from '../ui/step-heading.tsx';
import { useView } from '../use-view.tsx';
import type { Import } from './import-api.ts';
import { refusalText } from './import-text.ts';
import css from './imports.module.css';
import { RefusalNotice } from './refusal-notice.tsx';

/** How an import ended, and what became of its rows. */
export function EndedImport({ import: { state, counts, reason } }: { readonly import: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { open, hrefOf } = useView();
  if (state !== 'visible' && state !== 'cancelled' && state !== 'refused' && state !== 'failed') return null;
  return (
    <section className={css.part} aria-labelledby="ended">
      <StepHeading id="ended">{t(`ended.${state}`)}</StepHeading>
      {state === 'visible' && (
        <p>
          {t('decide.done', { n: format.integer(counts?.written ?? 0) })}{' '}
          <a
            href={hrefOf('/incidents')}
            onClick={(event) => {
              event.preventDefault();
              open('/incidents');
            }}
          >
            {t('decide.toIncidents')}
          </a>
        </p>
      )}
      {reason !== null && <RefusalNotice refusal={refusalText(t, reason.code, reason.fields)} />}
      {state === 'cancelled' && (
        <p>
          {counts !== null && `${t('decide.cancelledRows', { rows: format.integer(counts.rows) })} `}
          {t('decide.cancelled')}
        </p>
      )}
    </section>
  );
}
