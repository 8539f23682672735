import type { BuiltArea } from '../build/areas.ts';
import type { Finding } from './check.ts';

/** Density is population over our own area, and null exactly where the population is unknown. */
export function densityRecomputed(areas: readonly BuiltArea[]): readonly Finding[] {
  return areas.flatMap(({ code, name, areaKm2, population, densityPerKm2 }): Finding[] => {
    const expected = population === null ? null : population / areaKm2;
    const agrees =
      expected === null || densityPerKm2 === null
        ? expected === densityPerKm2
        : Math.abs(expected - densityPerKm2) < 1e-6;
    if (agrees) return [];
    const message = `${code} ${name}: density ${densityPerKm2} is not ${population} / ${areaKm2.toFixed(3)} km2`;
    return [{ check: 'density-recomputed', level: 'error', message, areaCodes: [code] }];
  });
}
