import { levelOfCode } from '../../domain/area.ts';
import { CITY } from '../../domain/city.ts';
import { squareMetres } from '../equal-area.ts';
import type { Source } from '../source.ts';
import { check } from './check.ts';

/** How one period of the kecamatan rows adds up against what its source and the city's row of that period say. */
export interface PopulationSum {
  readonly period: string;
  readonly sum: number;
  readonly rows: number;
  readonly complete: boolean;
  /** Total that the source itself gives; null when it gives none. */
  readonly statedTotal: number | null;
  /** The city's own row of the same period; null when there is none. */
  readonly cityTotal: number | null;
  readonly agrees: boolean;
}

/** One sum per period for which there are kecamatan rows, oldest first. */
export function populationSums({ population, kecamatan }: Source): readonly PopulationSum[] {
  const periods = [
    ...new Set(population.filter(({ cell }) => cell.level === 'kecamatan').map(({ cell }) => cell.period)),
  ].sort();
  return periods.map((period) => {
    const rows = population.filter(({ cell }) => cell.period === period && cell.level === 'kecamatan');
    const sum = rows.reduce((total, { cell }) => total + Number(cell.population), 0);
    const stated = rows.map(({ cell }) => cell.stated_total).filter((text) => text !== '');
    const city = population.find(({ cell }) => cell.period === period && cell.code === CITY.code);
    const statedTotal = stated[0] === undefined ? null : Number(stated[0]);
    const cityTotal = city ? Number(city.cell.population) : null;
    const complete = new Set(rows.map(({ cell }) => cell.code)).size === kecamatan.length;
    const agrees = complete && [statedTotal ?? sum, cityTotal ?? sum].every((total) => total === sum);
    return { period, sum, rows: rows.length, complete, statedTotal, cityTotal, agrees };
  });
}

/** Rows are about areas of ours, once a period, whole numbers above 0, each with its source. */
export const populationRows = check('population-rows', ({ population, kecamatan, kelurahan }, error) => {
  const codes = new Set<string>([CITY.code, ...[...kecamatan, ...kelurahan].map(({ properties }) => properties.code)]);
  const seen = new Set<string>();
  return population.flatMap(({ line, cell }) => {
    const fault = (column: string, what: string) => [
      error({ message: `population.csv row ${line}, column ${column}: ${what}` }),
    ];
    if (!codes.has(cell.code)) return fault('code', `no area ${cell.code}`);
    if (levelOfCode(cell.code) !== cell.level) return fault('level', `${cell.code} is not a ${cell.level}`);
    if (!/^[1-9]\d*$/.test(cell.population)) return fault('population', `'${cell.population}' is not a count above 0`);
    if (!/^\d{4}$/.test(cell.year) || !cell.period.startsWith(cell.year))
      return fault('period', `'${cell.period}' is not of ${cell.year}`);
    if (cell.source === '') return fault('source', 'is empty');
    const key = `${cell.code} ${cell.period}`;
    if (seen.has(key)) return fault('period', `${key} is given twice`);
    seen.add(key);
    return [];
  });
});

/** Kecamatan rows of one period add up to what their source says; where it says nothing, that is flagged. */
export const populationSumsAgree = check('population-sums', (source, error, warning) =>
  populationSums(source).flatMap(({ period, sum, complete, statedTotal, cityTotal, rows }) => {
    if (!complete) return [warning({ message: `period ${period}: only ${rows} kecamatan have a row, no sum` })];
    if (statedTotal === null)
      return [warning({ message: `period ${period}: the source gives no total for the sum ${sum}` })];
    if (statedTotal !== sum)
      return [error({ message: `period ${period}: the rows add up to ${sum}, the source says ${statedTotal}` })];
    if (cityTotal !== null && cityTotal !== sum) {
      return [
        warning({ message: `period ${period}: the rows add up to ${sum}, the city's own row says ${cityTotal}` }),
      ];
    }
    return [];
  }),
);

/** City area against the official figure, in percent; at most half a percent apart. */
const OFFICIAL_TOLERANCE_PERCENT = 0.5;

/** Area of the city in km2 on the ellipsoid. */
export function cityKm2({ kelurahan }: Pick<Source, 'kelurahan'>): number {
  return kelurahan.reduce((sum, { geometry }) => sum + squareMetres(geometry), 0) / 1e6;
}

/** Difference of our area to the official one in percent of it. */
export function areaDifferencePercent(source: Pick<Source, 'kelurahan'>): number {
  return (cityKm2(source) / CITY.officialAreaKm2 - 1) * 100;
}

export const officialArea = check('official-area', (source, error) => {
  const difference = areaDifferencePercent(source);
  if (Math.abs(difference) <= OFFICIAL_TOLERANCE_PERCENT) return [];
  return [
    error({
      message: `the city measures ${cityKm2(source).toFixed(3)} km2, ${difference.toFixed(2)} % off the official ${CITY.officialAreaKm2}`,
    }),
  ];
});

/** Areas that the source table states for our polygons are what we measure (to 0.001 km2), and every area has its row. */
export const statedAreas = check('stated-areas', (source, error) => {
  const measured = new Map<string, number>([[CITY.code, cityKm2(source)]]);
  for (const { properties, geometry } of [...source.kecamatan, ...source.kelurahan]) {
    measured.set(properties.code, squareMetres(geometry) / 1e6);
  }
  const wrong = source.publishedAreas.flatMap(({ line, cell }) => {
    const ours = measured.get(cell.code);
    measured.delete(cell.code);
    const at = `areas.csv row ${line}, column`;
    if (ours === undefined)
      return [error({ message: `${at} code: no area ${cell.code}, or given twice`, areaCodes: [cell.code] })];
    return Math.abs(ours - Number(cell.area_km2_geometry)) <= 0.001
      ? []
      : [
          error({
            message: `${at} area_km2_geometry: ${cell.area_km2_geometry} stated, ${ours.toFixed(3)} measured`,
            areaCodes: [cell.code],
          }),
        ];
  });
  const missing = [...measured.keys()].map((code) =>
    error({ message: `areas.csv: no row for ${code}`, areaCodes: [code] }),
  );
  return [...wrong, ...missing];
});
