import { useTranslation } from 'react-i18next';
import css from './bands.module.css';
import { useShown } from './shown.tsx';

/** The city's band of the year, and for whom this is. */
export function BandSummary() {
  const { t } = useTranslation('bands');
  const { bands } = useShown();
  if (bands === null) return null;
  const { table, year, words } = bands;
  const total = table.totals[table.years.indexOf(year)];
  return (
    <>
      <dl data-testid="band-city">
        <div className={css.city}>
          <dt>{t('cityOfYear', { year })}</dt>
          <dd>{total !== undefined && t(`band.${total}`)}</dd>
        </div>
      </dl>
      <p className={css.note}>
        <b>{words.restricted}</b> {t('share')} {t('notEdition')}
      </p>
    </>
  );
}
