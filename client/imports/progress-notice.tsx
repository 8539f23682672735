import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { StepHeading } from '../ui/step-heading.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { Import } from './import-api.ts';
import css from './imports.module.css';

/** A screen reader hears of a dry run that often, and of the writing at each quarter: more would drown all else. */
const SPOKEN_ROWS = 25_000;
const SPOKEN_PARTS = 4;

/** How far a step is; of the dry run the end is not known before. */
export function ProgressNotice({ import: { state, counts, rowsDone } }: { readonly import: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (state !== 'checking' && state !== 'writing') return null;
  const done = rowsDone ?? 0;
  const total = state === 'writing' ? (counts?.rows ?? null) : null;
  const textOf = (rows: number): string =>
    total === null
      ? t('running.rows', { rows: format.integer(rows) })
      : t('running.rowsOf', { rows: format.integer(rows), total: format.integer(total) });
  const step = total === null ? SPOKEN_ROWS : Math.ceil(total / SPOKEN_PARTS);
  const spoken = step === 0 ? 0 : Math.floor(done / step) * step;
  return (
    <section className={css.running} aria-labelledby="running">
      <StepHeading key={state} id="running">
        {t(`running.${state}`)}
      </StepHeading>
      <p>{t(`running.${state}Note`)}</p>
      <progress aria-label={t('running.progress')} {...(total === null ? {} : { value: done, max: total })} />
      <p className={css.note}>{textOf(done)}</p>
      <div role="status">
        <VisuallyHidden>{spoken > 0 && textOf(spoken)}</VisuallyHidden>
      </div>
    </section>
  );
}
