import type { Band } from '../../domain/privacy/band.ts';
import type { BandTable } from '../../domain/privacy/band-table.ts';
import type { AreaRow } from '../model.ts';

/** The year that is shown: the chosen one where the table has it, else the newest. */
export function shownYear({ years }: BandTable, chosen: number | null): number {
  return chosen !== null && years.includes(chosen) ? chosen : Math.max(...years);
}

/** Bands of one year by area code. */
export function bandsOfYear({ years, rows }: BandTable, year: number): ReadonlyMap<string, Band> {
  const column = years.indexOf(year);
  return new Map(
    rows.flatMap(({ areaCode, bands }) => {
      const band = bands[column];
      return band === undefined ? [] : [[areaCode, band] as const];
    }),
  );
}

/** Rows with what is recorded in one year. Nothing of their assessment changes. */
export function withBands(rows: readonly AreaRow[], table: BandTable, year: number): readonly AreaRow[] {
  const bands = bandsOfYear(table, year);
  return rows.map((row) => {
    const recorded = bands.get(row.code);
    return recorded === undefined ? row : { ...row, recorded };
  });
}
