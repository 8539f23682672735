import type { PlaceRole } from '../../domain/incident.ts';
import type { AreaYearCount } from '../../domain/privacy/band-table.ts';
import type { Store } from '../store/store.ts';
import { bandReleases } from './band-release.ts';
import { solveInteger } from './integer-solver.ts';

/** Fixed, and never taken from the data: which years a table has must say nothing of the cases. */
const FIRST_YEAR = 2020;

/** What a planner may see of the cases with a place of one role: a released table of bands as JSON, or null. */
export type IncidentBands = (role: PlaceRole, year: number) => Promise<string | null>;

/** `year` is the present one: the last of the table. */
export function openBands(store: Store, now: () => Date): IncidentBands {
  const releases = bandReleases({ releases: store.releases, audit: store.audit, solver: solveInteger, now });
  return async (placeRole, year) => {
    const areas = await store.areas();
    const areaCodes = areas.filter(({ level }) => level === 'kecamatan').map(({ code }) => code);
    const years = Array.from({ length: year - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
    const rows = await store.incidents.counts({ role: placeRole, dimension: 'kecamatan' });
    const counts = rows.flatMap((row): AreaYearCount[] =>
      row.areaCode === null ? [] : [{ areaCode: row.areaCode, year: row.year, count: row.n }],
    );
    const { shown } = await releases.release({ placeRole, areaCodes, years }, counts);
    return shown?.table ?? null;
  };
}
