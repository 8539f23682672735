import { useTranslation } from 'react-i18next';
import { BandTable } from './band-table.tsx';
import css from './bands.module.css';
import { useShown } from './shown.tsx';

/** On paper: for whom the sheet is, and the whole table. */
export function BandPrint() {
  const { t } = useTranslation('bands');
  const { bands } = useShown();
  if (bands === null) return null;
  return (
    <div className={css.paper}>
      <p className={css.print}>
        {bands.words.restricted} {t('notEdition')}
      </p>
      <BandTable bands={bands} />
      <p>{t('missing')}</p>
    </div>
  );
}
