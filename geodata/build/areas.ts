import type { MultiPolygon, Polygon } from 'geojson';
import type { Area } from '../../domain/area.ts';
import { CITY } from '../../domain/city.ts';
import { squareMetres } from '../equal-area.ts';
import { dissolve } from '../outline.ts';
import type { Source } from '../source.ts';

/** One area with what is computed from its polygon and its newest population row. */
export interface BuiltArea extends Area {
  readonly areaKm2: number;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly populationPeriod: string | null;
  readonly populationSource: string | null;
  /** Residents per km2 over our own polygon; never taken from a source. */
  readonly densityPerKm2: number | null;
}

function populationOf(code: string, source: Source) {
  const rows = source.population.filter(({ cell }) => cell.code === code && cell.population !== '');
  const newest = [...rows].sort((a, b) => (a.cell.period < b.cell.period ? 1 : -1))[0];
  return newest
    ? {
        population: Number(newest.cell.population),
        populationYear: Number(newest.cell.year),
        populationPeriod: newest.cell.period,
        populationSource: newest.cell.source,
      }
    : { population: null, populationYear: null, populationPeriod: null, populationSource: null };
}

/** The geometry of every area by code; the city's is its kelurahan with the shared borders taken out. */
export function geometryByCode({ kecamatan, kelurahan }: Source): ReadonlyMap<string, Polygon | MultiPolygon> {
  return new Map<string, Polygon | MultiPolygon>([
    [CITY.code, dissolve(kelurahan.map(({ geometry }) => geometry))],
    ...[...kecamatan, ...kelurahan].map(({ properties, geometry }) => [properties.code, geometry] as const),
  ]);
}

/**
 * City, kecamatan and kelurahan in the order of their codes. The day on which the division of 2012 took
 * effect is not in the sources, so `validFrom` is open; `validTo` is set when an area is divided.
 */
export function buildAreas(
  source: Source,
  geometries: ReadonlyMap<string, Polygon | MultiPolygon>,
): readonly BuiltArea[] {
  const bare: Area[] = [
    { code: CITY.code, name: CITY.name, level: 'kota', parentCode: null, validFrom: null, validTo: null },
    ...source.kecamatan.map(({ properties: { code, name } }) => ({
      code,
      name,
      level: 'kecamatan' as const,
      parentCode: CITY.code,
      validFrom: null,
      validTo: null,
    })),
    ...source.kelurahan.map(({ properties: { code, name, kecamatan_code } }) => ({
      code,
      name,
      level: 'kelurahan' as const,
      parentCode: kecamatan_code,
      validFrom: null,
      validTo: null,
    })),
  ];
  bare.sort((a, b) => (a.code < b.code ? -1 : 1));
  return bare.map((area) => {
    const geometry = geometries.get(area.code);
    const areaKm2 = geometry ? squareMetres(geometry) / 1e6 : 0;
    const people = populationOf(area.code, source);
    return {
      ...area,
      areaKm2,
      ...people,
      densityPerKm2: people.population === null ? null : people.population / areaKm2,
    };
  });
}
