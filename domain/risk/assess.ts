import type { Assessment } from '../assessment.ts';
import { DIMENSION_OF, type Dimension, FACTORS, type Factor } from '../factor.ts';
import type { Interval } from '../interval.ts';
import type { Method } from '../method.ts';
import type { Readings } from '../reading.ts';
import { classOf, hatchOf } from './classify.ts';
import { rankIntervals } from './rank.ts';
import { type Framework, type Score, scorer } from './score.ts';

/** The factors for which at least one district (kecamatan) has a reading of its own, in page order. */
export function factorsInUse(readingsOfKecamatan: Iterable<Readings>): readonly Factor[] {
  const used = new Set<Factor>();
  for (const readings of readingsOfKecamatan) {
    for (const factor of FACTORS) if (readings[factor].status === 'observed') used.add(factor);
  }
  return FACTORS.filter((factor) => used.has(factor));
}

/** The method as a framework: one indicator a factor, dimensions of equal weight. */
export function frameworkOf(method: Method, factors: readonly Factor[]): Framework {
  const dimensions = [...new Set(factors.map((factor) => DIMENSION_OF[factor]))];
  return {
    aggregation: method.aggregation,
    coverageGate: method.coverageGate,
    dimensions: dimensions.map((id: Dimension) => ({
      id,
      weight: 1,
      factors: factors
        .filter((factor) => DIMENSION_OF[factor] === id)
        .map((factor) => ({ id: factor, weight: method.weights[factor], indicators: [{ id: factor, weight: 1 }] })),
    })),
  };
}

function onTen({ low, point, high }: Interval): Interval {
  return { low: low * 10, point: point * 10, high: high * 10 };
}

function valuesOf(readings: Readings, factors: readonly Factor[]): Record<string, Interval | null> {
  const values: Record<string, Interval | null> = {};
  for (const factor of factors) {
    const reading = readings[factor];
    values[factor] = reading.status === 'observed' ? onTen(reading.interval) : null;
  }
  return values;
}

function baseOf(code: string, readings: Readings, factors: readonly Factor[], result: Score) {
  return {
    code,
    bounds: { low: result.low, high: result.high },
    coverage: result.coverage,
    knownFactors: factors.filter((factor) => readings[factor].status === 'observed'),
    unknownFactors: factors.filter((factor) => readings[factor].status !== 'observed'),
  };
}

/**
 * Assessments of the areas of ONE level (ranks are among them), scores on 0..10.
 * `factors` are those in use. Throws a RangeError when all their weights are 0.
 */
export function assess(
  readingsByCode: ReadonlyMap<string, Readings>,
  method: Method,
  factors: readonly Factor[],
): ReadonlyMap<string, Assessment> {
  const score = scorer(frameworkOf(method, factors));
  const weighted = factors.filter((factor) => method.weights[factor] > 0);
  const results = [...readingsByCode].map(([code, readings]) => ({
    code,
    readings,
    result: score(valuesOf(readings, factors)),
  }));
  const scored = results.filter(({ result }) => result.point !== null);
  const ranks = rankIntervals(scored.map(({ result }) => result));
  const rankByCode = new Map(scored.map(({ code }, index) => [code, ranks[index]]));
  const assessments = new Map<string, Assessment>();
  for (const { code, readings, result } of results) {
    const base = baseOf(code, readings, weighted, result);
    const rank = rankByCode.get(code);
    if (result.point === null) {
      const status = result.status === 'not_assessed' ? 'not_assessed' : 'insufficient';
      assessments.set(code, { ...base, status });
      continue;
    }
    assessments.set(code, {
      ...base,
      status: 'scored',
      score: { low: result.low, point: result.point, high: result.high },
      class: classOf(result.point, method.classBreaks),
      classLow: classOf(result.low, method.classBreaks),
      classHigh: classOf(result.high, method.classBreaks),
      hatch: hatchOf(result.high - result.low),
      contributions: result.contributions,
      rank: scored.length > 1 ? (rank ?? null) : null,
    });
  }
  return assessments;
}

/** Order of the list: by point (highest first), then by code; areas without a score after the scored ones. */
export function compareAssessments(a: Assessment, b: Assessment): number {
  const left = a.status === 'scored' ? a.score.point : Number.NEGATIVE_INFINITY;
  const right = b.status === 'scored' ? b.score.point : Number.NEGATIVE_INFINITY;
  if (left !== right && Math.abs(left - right) > 1e-9) return right > left ? 1 : -1;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
