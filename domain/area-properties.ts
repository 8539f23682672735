import type { Assessment } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import { FACTORS } from './factor.ts';
import type { PoliceStatement } from './police-statement.ts';
import type { Readings } from './reading.ts';
import { explain } from './risk/explain.ts';

export interface AreaFacts {
  readonly code: string;
  readonly name: string;
  readonly level: 'kecamatan' | 'kelurahan';
  readonly parentCode: string;
  readonly areaKm2: number;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly populationSource: string | null;
  readonly densityPerKm2: number | null;
}

export type FlatProperties = Readonly<Record<string, string | number | boolean | null>>;

/** Three decimals: finer than any reading, and the same bytes everywhere. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/**
 * Flat properties of one area for GeoJSON and OGC clients (DESIGN §4): no nested values, so QGIS and
 * GDAL read them without help. What is not known is null, never 0. Scores on 0..10, readings on 0..1.
 */
export function areaProperties(
  area: AreaFacts,
  readings: Readings,
  assessment: Assessment,
  statement: PoliceStatement | null,
  evidence: ReadonlyMap<string, Evidence>,
  editionId: string,
): FlatProperties {
  const scored = assessment.status === 'scored' ? assessment : null;
  const sentence = explain(area.name, assessment, readings, evidence);
  const properties: Record<string, string | number | boolean | null> = {
    code: area.code,
    name: area.name,
    level: area.level,
    kecamatan_code: area.level === 'kelurahan' ? area.parentCode : area.code,
    score_low: scored ? rounded(scored.score.low) : null,
    score_point: scored ? rounded(scored.score.point) : null,
    score_high: scored ? rounded(scored.score.high) : null,
    bound_low: rounded(assessment.bounds.low),
    bound_high: rounded(assessment.bounds.high),
    coverage: rounded(assessment.coverage),
    class: scored ? scored.class : assessment.status,
    class_low: scored?.classLow ?? null,
    class_high: scored?.classHigh ?? null,
    rank_low: scored?.rank?.low ?? null,
    rank_high: scored?.rank?.high ?? null,
  };
  for (const factor of FACTORS) {
    const reading = readings[factor];
    const seen = reading.status === 'observed' ? reading : null;
    properties[`${factor}_status`] = reading.status;
    properties[`${factor}_strength`] = seen?.strength ?? null;
    properties[`${factor}_low`] = seen ? rounded(seen.interval.low) : null;
    properties[`${factor}_point`] = seen ? rounded(seen.interval.point) : null;
    properties[`${factor}_high`] = seen ? rounded(seen.interval.high) : null;
    properties[`${factor}_grade`] = seen?.grade ?? null;
    properties[`${factor}_evidence`] = seen ? seen.speaks.join(' ') : null;
  }
  return {
    ...properties,
    police_statement: statement,
    population: area.population,
    population_year: area.populationYear,
    population_source: area.populationSource,
    area_km2: rounded(area.areaKm2),
    density_per_km2: area.densityPerKm2 === null ? null : Math.round(area.densityPerKm2),
    sentence_id: sentence.id,
    sentence_en: sentence.en,
    edition: editionId,
  };
}
