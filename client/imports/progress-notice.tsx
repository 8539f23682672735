import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import type { Import } from './import-api.ts';
import css from './imports.module.css';

/** How far a step is; of the dry run the end is not known before. */
export function ProgressNotice({ import: { state, counts, rowsDone } }: { readonly import: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (state !== 'checking' && state !== 'writing') return null;
  const done = rowsDone ?? 0;
  const total = state === 'writing' ? (counts?.rows ?? null) : null;
  const rows = format.integer(done);
  const text =
    total === null ? t('running.rows', { rows }) : t('running.rowsOf', { rows, total: format.integer(total) });
  return (
    <div className={css.running}>
      <p role="status">{t(`running.${state}`)}</p>
      <progress aria-label={t('running.progress')} {...(total === null ? {} : { value: done, max: total })} />
      <p className={css.note}>{text}</p>
    </div>
  );
}
