import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import type { AreaRow } from '../model.ts';
import css from './area-drawer.module.css';

/** Population with year and source, area, density, code, and what the police statement says. */
export function AreaFactList({ row }: { readonly row: AreaRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameByCode } = useAtlas();
  const parent = row.level === 'kelurahan' ? nameByCode.get(row.parentCode) : undefined;
  const known = row.population !== null && row.populationYear !== null;
  return (
    <dl className={css.facts}>
      {parent !== undefined && (
        <>
          <dt>{t('drawer.parent')}</dt>
          <dd>{parent}</dd>
        </>
      )}
      <dt>{t('drawer.population')}</dt>
      <dd>
        {known
          ? t('drawer.people', { value: format.integer(row.population ?? 0), year: row.populationYear })
          : t('drawer.populationUnknown')}
      </dd>
      {row.populationSource !== null && (
        <dd className={css.wide}>
          {t('drawer.populationSource')}: {row.populationSource}
        </dd>
      )}
      <dt>{t('drawer.area')}</dt>
      <dd>{format.decimal(row.areaKm2, 2)} km²</dd>
      <dt>{t('drawer.density')}</dt>
      <dd>
        {row.densityPerKm2 === null
          ? t('drawer.populationUnknown')
          : t('drawer.perKm2', { value: format.integer(row.densityPerKm2) })}
      </dd>
      <dt>{t('drawer.code')}</dt>
      <dd>{row.code}</dd>
      <dt>{t('drawer.policeTitle')}</dt>
      <dd>{row.policeStatement === null ? t('police.none') : t(`police.${row.policeStatement}`)}</dd>
    </dl>
  );
}
