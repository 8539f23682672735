import type { Interval } from '../interval.ts';
import { dimensionContribution, SHIFT } from './contribute.ts';

export interface Weighted {
  readonly id: string;
  /** Relative, >= 0; weight 0 leaves numerator and denominator. */
  readonly weight: number;
}
export interface FrameworkFactor extends Weighted {
  readonly indicators: readonly Weighted[];
}
export interface FrameworkDimension extends Weighted {
  readonly factors: readonly FrameworkFactor[];
}
export interface Framework {
  readonly dimensions: readonly FrameworkDimension[];
  /** Across dimensions; inside a dimension it is always the weighted arithmetic mean. */
  readonly aggregation: 'arithmetic' | 'shifted_geometric';
  /** Least share of known weight in every dimension (inclusive). */
  readonly coverageGate: number;
}

/** Normalised indicator values of one unit, 0..10; null or missing = unknown. */
export type IndicatorValues = Readonly<Record<string, Interval | null | undefined>>;

export interface DimensionScore {
  readonly id: string;
  /** Null when coverage is under the gate. */
  readonly point: number | null;
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}
export interface Score {
  readonly status: 'scored' | 'insufficient' | 'not_assessed';
  /** Null unless scored. */
  readonly point: number | null;
  /** Exact bounds: the index is monotone in each value, so unknown is set to 0 and to 10. */
  readonly low: number;
  readonly high: number;
  /** Known weight / all weight over the whole framework, 0..1. */
  readonly coverage: number;
  readonly dimensions: readonly DimensionScore[];
  /** Points of each known indicator; they sum to `point`. Empty unless scored. */
  readonly contributions: Readonly<Record<string, number>>;
}

/** Rounding allowance when a share is compared with the gate. */
const GATE_EPSILON = 1e-9;

function normalised<T extends Weighted>(items: readonly T[]): readonly (readonly [T, number])[] {
  let total = 0;
  for (const { id, weight } of items) {
    if (!(weight >= 0) || !Number.isFinite(weight)) throw new RangeError(`score: weight of ${id} is ${weight}`);
    total += weight;
  }
  return total === 0 ? [] : items.filter((item) => item.weight > 0).map((item) => [item, item.weight / total]);
}

interface Leaf {
  readonly id: string;
  readonly dimension: string;
  /** Share of the whole dimension. */
  readonly share: number;
  /** Share of its factor, and of the factor in the dimension. */
  readonly inFactor: number;
  readonly factor: string;
  readonly ofDimension: number;
}

function leavesOf(dimension: FrameworkDimension): readonly Leaf[] {
  return normalised(dimension.factors).flatMap(([factor, ofDimension]) =>
    normalised(factor.indicators).map(([indicator, inFactor]) => ({
      id: indicator.id,
      dimension: dimension.id,
      factor: factor.id,
      inFactor,
      ofDimension,
      share: ofDimension * inFactor,
    })),
  );
}

/** Effective weights over what is known: available indicators inside a factor, available factors inside a dimension. */
function availableShares(leaves: readonly Leaf[], values: IndicatorValues): ReadonlyMap<string, number> {
  const known = leaves.filter((leaf) => values[leaf.id] != null);
  const inFactor = new Map<string, number>();
  const factors = new Map<string, number>();
  for (const leaf of known) {
    inFactor.set(leaf.factor, (inFactor.get(leaf.factor) ?? 0) + leaf.inFactor);
    factors.set(leaf.factor, leaf.ofDimension);
  }
  let total = 0;
  for (const share of factors.values()) total += share;
  return new Map(
    known.map((leaf) => [leaf.id, (leaf.ofDimension / total) * (leaf.inFactor / (inFactor.get(leaf.factor) ?? 1))]),
  );
}

function across(framework: Framework, points: readonly (readonly [number, number])[]): number {
  if (framework.aggregation === 'arithmetic') return points.reduce((sum, [d, w]) => sum + d * w, 0);
  const log = points.reduce((sum, [d, w]) => sum + w * Math.log1p(SHIFT * d), 0);
  return Math.expm1(log) / SHIFT;
}

/**
 * Composite index of one unit: dimension → factor → indicator, values and result on 0..10.
 * Arithmetic inside, arithmetic or shifted geometric across: `G = (Π(1 + 0.9 d)^w - 1) / 0.9`.
 * Throws a RangeError when a weight is negative or all weights are 0.
 * Source: OECD/JRC Handbook (2008); METHODS §1.3.
 */
export function score(framework: Framework, values: IndicatorValues): Score {
  const weighted = normalised(
    framework.dimensions.map((d) => ({ ...d, weight: leavesOf(d).length === 0 ? 0 : d.weight })),
  );
  if (weighted.length === 0) throw new RangeError('score: all weights are 0');
  const scored = weighted.map(([dimension, weight]) => {
    const leaves = leavesOf(dimension);
    const shares = availableShares(leaves, values);
    let [point, low, high, coverage] = [0, 0, 0, 0];
    for (const leaf of leaves) {
      const value = values[leaf.id];
      low += leaf.share * (value?.low ?? 0);
      high += leaf.share * (value?.high ?? 10);
      if (value == null) continue;
      coverage += leaf.share;
      point += (shares.get(leaf.id) ?? 0) * value.point;
    }
    const known = coverage > 0 && coverage >= framework.coverageGate - GATE_EPSILON;
    return { id: dimension.id, weight, shares, coverage, low, high, point: known ? point : null };
  });
  const coverage = scored.reduce((sum, d) => sum + d.weight * d.coverage, 0);
  const points: [number, number][] = [];
  for (const d of scored) if (d.point !== null) points.push([d.point, d.weight]);
  const complete = points.length === scored.length;
  const point = complete ? across(framework, points) : null;
  const contributions: Record<string, number> = {};
  if (point !== null) {
    for (const d of scored) {
      const ofIndex =
        framework.aggregation === 'arithmetic'
          ? d.weight * (d.point ?? 0)
          : dimensionContribution(d.point ?? 0, d.weight, point);
      const scale = d.point ? ofIndex / d.point : 0;
      for (const [id, share] of d.shares) contributions[id] = scale * share * (values[id]?.point ?? 0);
    }
  }
  return {
    status: complete ? 'scored' : coverage > 0 ? 'insufficient' : 'not_assessed',
    point,
    low: across(
      framework,
      scored.map((d) => [d.low, d.weight]),
    ),
    high: across(
      framework,
      scored.map((d) => [d.high, d.weight]),
    ),
    coverage,
    dimensions: scored.map(({ id, point: p, low, high, coverage: c }) => ({ id, point: p, low, high, coverage: c })),
    contributions,
  };
}
