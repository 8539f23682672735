import type { PlaceRole } from '../incident.ts';
import { type CountInterval, intervalOf } from './band.ts';
import type { BandTable } from './band-table.ts';

/** One figure of a published table: what is said of the sum of its parts. A plain cell is its own only part. */
export interface ReleasedCell extends CountInterval {
  readonly key: string;
  readonly parts: readonly string[];
}

/** One line of the release ledger: what was ever shown, so that the next table can be judged against it. */
export interface Release {
  /** 1, 2, 3 … in the order of publication. */
  readonly seq: number;
  /** RFC 3339. */
  readonly at: string;
  /** Which series of tables, such as `bands/exploitation`. */
  readonly name: string;
  /** The bytes that were served. */
  readonly table: string;
  /** SHA-256 of `table`, hexadecimal. */
  readonly hash: string;
  readonly cells: readonly ReleasedCell[];
}

/** Name of the unknown behind a figure: events with a place of the role in the area in the year. */
export function cellKey(placeRole: PlaceRole, areaCode: string, year: number): string {
  return `${placeRole}:${areaCode}:${year}`;
}

/** Every figure of a table, totals too, as an attacker reads it. A total is named by what it sums. */
export function releasedCells({ placeRole, years, rows, totals, total }: BandTable): readonly ReleasedCell[] {
  const areaCodes = rows.map(({ areaCode }) => areaCode);
  const key = (areas: readonly string[], ofYears: readonly number[]): string =>
    `${placeRole}:${areas.join('+')}:${yearsName(ofYears)}`;
  const parts = (areas: readonly string[], ofYears: readonly number[]): string[] =>
    areas.flatMap((areaCode) => ofYears.map((year) => cellKey(placeRole, areaCode, year)));
  const figure = (areas: readonly string[], ofYears: readonly number[], interval: CountInterval): ReleasedCell => ({
    key: key(areas, ofYears),
    parts: parts(areas, ofYears),
    ...interval,
  });
  return [
    ...rows.flatMap(({ areaCode, bands }) =>
      bands.map((band, index) => figure([areaCode], years.slice(index, index + 1), intervalOf(band))),
    ),
    ...rows.map((row) => figure([row.areaCode], years, intervalOf(row.total))),
    ...totals.map((band, index) => figure(areaCodes, years.slice(index, index + 1), intervalOf(band))),
    figure(areaCodes, years, intervalOf(total)),
  ];
}

/** `2020-2026` for years in a row. */
function yearsName(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  const inARow = years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1);
  return inARow && first !== undefined && first !== last ? `${first}-${last}` : years.join('+');
}
