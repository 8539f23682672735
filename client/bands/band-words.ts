import type { TFunction } from 'i18next';
import type { BandTable } from '../../domain/privacy/band-table.ts';
import type { LegendEntry } from '../map/area-paint.ts';
import type { AreaRow } from '../model.ts';

/** What the layer of recorded cases says, the same on map, legend, table, print and to a screen reader. */
export interface BandWords {
  readonly name: string;
  /** Head of its column. */
  readonly column: string;
  readonly caution: string;
  readonly restricted: string;
  /** Heading of the printed sheet. */
  readonly sheet: string;
  readonly of: (row: AreaRow) => string;
  readonly className: (entry: Pick<LegendEntry, 'key'>) => string;
}

/** `year` is one of the table's. */
export function bandWords(t: TFunction<'bands'>, main: TFunction, { placeRole }: BandTable, year: number): BandWords {
  const role = main(`incidents.roles.${placeRole}`);
  return {
    name: t('name', { year, role }),
    column: t('column', { year }),
    caution: t('caution'),
    restricted: t('restricted'),
    sheet: t('sheet'),
    of: ({ recorded }) => (recorded === undefined ? main('class.not_assessed') : t(`band.${recorded}`)),
    className: ({ key }) => {
      if (key === 'recordedEleven') return t('band.11-19');
      return key === 'recordedTwenty' ? t('band.20+') : t('band.0-10');
    },
  };
}
