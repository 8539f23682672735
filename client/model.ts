import type { Area } from '../domain/area.ts';
import type { AreaFacts } from '../domain/area-properties.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Evidence, Grade } from '../domain/evidence.ts';
import type { Factor } from '../domain/factor.ts';
import type { Method, Weights } from '../domain/method.ts';
import type { PoliceStatement } from '../domain/police-statement.ts';
import type { Band } from '../domain/privacy/band.ts';
import type { Readings } from '../domain/reading.ts';
import { assess, compareAssessments, factorsInUse } from '../domain/risk/assess.ts';
import { type Dominance, dominate } from '../domain/risk/dominate.ts';
import { readAll } from '../domain/risk/read.ts';
import { type ScoreTable, scoreTable } from '../domain/risk/score-table.ts';
import type { MapLevel } from './view.ts';

/** What does not change with weights or grade: the facts of an area and what the police said of it. */
export interface AreaGiven extends AreaFacts {
  readonly policeStatement: PoliceStatement | null;
}

/** One area as the page shows it, for the weights and the minimum grade of the current view. */
export interface AreaRow extends AreaGiven {
  readonly readings: Readings;
  readonly assessment: Assessment;
  /** Recorded cases, on rows that the layer `bands` shows. Beside the assessment, never in it. */
  readonly recorded?: Band;
}

export type RowsByLevel = Readonly<Record<MapLevel, readonly AreaRow[]>>;

export interface ReadEvidence {
  readonly byCode: ReadonlyMap<string, Readings>;
  /** Those for which at least one kecamatan has a reading of its own. */
  readonly factors: readonly Factor[];
}

/** Readings of all areas at one minimum grade; independent of the weights. `asOf` is an ISO date. */
export function readEvidence(
  areas: readonly AreaGiven[],
  evidence: readonly Evidence[],
  minimumGrade: Grade,
  asOf: string,
): ReadEvidence {
  const shaped = areas.map(
    ({ code, name, level, parentCode }): Area => ({ code, name, level, parentCode, validFrom: null, validTo: null }),
  );
  const byCode = readAll(shaped, evidence, { minimumGrade, asOf });
  const kecamatan = areas.flatMap((area) => (area.level === 'kecamatan' ? (byCode.get(area.code) ?? []) : []));
  return { byCode, factors: factorsInUse(kecamatan) };
}

function readingsOf(areas: readonly AreaGiven[], read: ReadEvidence, level: MapLevel): ReadonlyMap<string, Readings> {
  return new Map(
    areas.flatMap(({ code, level: own }) => {
      const found = own === level ? read.byCode.get(code) : undefined;
      return found === undefined ? [] : [[code, found] as const];
    }),
  );
}

/** Readings of both levels in typed arrays, for `indexCodes`. */
export function scoreTables(areas: readonly AreaGiven[], read: ReadEvidence): Readonly<Record<MapLevel, ScoreTable>> {
  const ofLevel = (level: MapLevel): ScoreTable => scoreTable(readingsOf(areas, read, level), read.factors);
  return { kecamatan: ofLevel('kecamatan'), kelurahan: ofLevel('kelurahan') };
}

/** Rows of both levels in list order: by point, then code; areas without a score last. */
export function assessRows(areas: readonly AreaGiven[], read: ReadEvidence, method: Method): RowsByLevel {
  const ofLevel = (level: MapLevel): readonly AreaRow[] => {
    const readings = readingsOf(areas, read, level);
    const assessments = assess(readings, method, read.factors);
    return areas
      .flatMap((area) => {
        const found = { readings: readings.get(area.code), assessment: assessments.get(area.code) };
        if (found.readings === undefined || found.assessment === undefined) return [];
        return [{ ...area, readings: found.readings, assessment: found.assessment }];
      })
      .sort((a, b) => compareAssessments(a.assessment, b.assessment));
  };
  return { kecamatan: ofLevel('kecamatan'), kelurahan: ofLevel('kelurahan') };
}

/**
 * Weights that the factors in use can be scored with: when all of those are 0 (weight is only on a
 * factor that nothing reads), the equal weights of the method stand in.
 */
export function usableWeights(weights: Weights, factors: readonly Factor[], standard: Weights): Weights {
  return factors.every((factor) => weights[factor] === 0) ? standard : weights;
}

/** How many pairs of scored areas are certain, depend on the weights, or tie. */
export function countDominance(
  rows: readonly AreaRow[],
  factors: readonly Factor[],
): Readonly<Record<Dominance, number>> {
  const counts = { certain: 0, weight_dependent: 0, tie: 0 };
  const scored = rows.filter((row) => row.assessment.status === 'scored');
  for (const [index, a] of scored.entries()) {
    for (const b of scored.slice(index + 1)) counts[dominate(a.readings, b.readings, factors)] += 1;
  }
  return counts;
}

export interface RowChange {
  readonly code: string;
  readonly name: string;
  readonly before: Assessment;
  readonly after: Assessment;
}

/** Rows whose status, class or point (to one decimal, as printed) differs between two assessments of one level. */
export function changesBetween(before: readonly AreaRow[], after: readonly AreaRow[]): readonly RowChange[] {
  const earlier = new Map(before.map((row) => [row.code, row.assessment]));
  return after.flatMap((row) => {
    const was = earlier.get(row.code);
    if (was === undefined || looksEqual(was, row.assessment)) return [];
    return [{ code: row.code, name: row.name, before: was, after: row.assessment }];
  });
}

function looksEqual(a: Assessment, b: Assessment): boolean {
  if (a.status !== 'scored' || b.status !== 'scored') return a.status === b.status;
  const same = (x: number, y: number): boolean => x.toFixed(1) === y.toFixed(1);
  return a.class === b.class && (['low', 'point', 'high'] as const).every((end) => same(a.score[end], b.score[end]));
}
