import { useTranslation } from 'react-i18next';
import { CITY } from '../../domain/city.ts';
import type { Band, TotalBand } from '../../domain/privacy/band.ts';
import { useAtlas } from '../atlas.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import css from './bands.module.css';
import type { ShownBands } from './shown.tsx';

function Cell({ band }: { readonly band: Band | TotalBand | undefined }) {
  const { t } = useTranslation('bands');
  if (band === undefined) return <td />;
  return (
    <td data-band={band}>
      <span aria-hidden="true">{t(`short.${band}`)}</span>
      <VisuallyHidden>{t(`band.${band}`)}</VisuallyHidden>
    </td>
  );
}

/** Every band of one place role: years down, newest first, kecamatan across; totals are bands of their own. */
export function BandTable({ bands: { table, year } }: { readonly bands: ShownBands }) {
  const { t: main } = useTranslation();
  const { t } = useTranslation('bands');
  const { nameByCode } = useAtlas();
  const shortName = (code: string): string => (nameByCode.get(code) ?? code).replace(`${CITY.shortName} `, '');
  const years = table.years.map((one, column) => ({ year: one, column })).reverse();
  return (
    <table className={css.grid} data-testid="band-grid">
      <caption>{t('grid.caption', { role: main(`incidents.roles.${table.placeRole}`) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('grid.year')}</th>
          {table.rows.map(({ areaCode }) => (
            <th key={areaCode} scope="col">
              {shortName(areaCode)}
            </th>
          ))}
          <th scope="col">{t('grid.total')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year: one, column }) => (
          <tr key={one} aria-current={one === year ? 'true' : undefined}>
            <th scope="row">{one}</th>
            {table.rows.map(({ areaCode, bands }) => (
              <Cell key={areaCode} band={bands[column]} />
            ))}
            <Cell band={table.totals[column]} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('grid.total')}</th>
          {table.rows.map(({ areaCode, total }) => (
            <Cell key={areaCode} band={total} />
          ))}
          <Cell band={table.total} />
        </tr>
      </tfoot>
    </table>
  );
}
