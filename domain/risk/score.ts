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
  /** Position of its factor in the dimension, and the factor's share of it. */
  readonly factor: number;
  readonly ofDimension: number;
  readonly inFactor: number;
  /** Share of the whole dimension. */
  readonly share: number;
}

interface CompiledDimension {
  readonly id: string;
  readonly weight: number;
  readonly leaves: readonly Leaf[];
  readonly factorCount: number;
}

function leavesOf(dimension: FrameworkDimension): readonly Leaf[] {
  return normalised(dimension.factors).flatMap(([factor, ofDimension], position) =>
    normalised(factor.indicators).map(([{ id }, inFactor]) => ({
      id,
      factor: position,
      ofDimension,
      inFactor,
      share: ofDimension * inFactor,
    })),
  );
}

/** The dimensions that carry weight, with all shares worked out. Throws a RangeError when none does. */
function compile(framework: Framework): readonly CompiledDimension[] {
  const withLeaves = framework.dimensions.map((dimension) => {
    const leaves = leavesOf(dimension);
    return {
      id: dimension.id,
      leaves,
      factorCount: dimension.factors.length,
      weight: leaves.length === 0 ? 0 : dimension.weight,
    };
  });
  const weighted = normalised(withLeaves);
  if (weighted.length === 0) throw new RangeError('score: all weights are 0');
  return weighted.map(([dimension, weight]) => ({ ...dimension, weight }));
}

function across(framework: Framework, dimensions: readonly CompiledDimension[], values: readonly number[]): number {
  let sum = 0;
  const arithmetic = framework.aggregation === 'arithmetic';
  for (const [k, { weight }] of dimensions.entries()) {
    const value = values[k] ?? 0;
    sum += weight * (arithmetic ? value : Math.log1p(SHIFT * value));
  }
  return arithmetic ? sum : Math.expm1(sum) / SHIFT;
}

/** Effective weight of each leaf: available indicators inside a factor, available factors inside a dimension; 0 = unknown. */
function availableShares({ leaves, factorCount }: CompiledDimension, values: IndicatorValues): readonly number[] {
  const known = new Array<number>(factorCount).fill(0);
  let total = 0;
  for (const { id, factor, inFactor, ofDimension } of leaves) {
    if (values[id] == null) continue;
    if (known[factor] === 0) total += ofDimension;
    known[factor] = (known[factor] ?? 0) + inFactor;
  }
  return leaves.map(({ id, factor, inFactor, ofDimension }) =>
    values[id] == null ? 0 : (ofDimension / total) * (inFactor / (known[factor] ?? 1)),
  );
}

function scoreDimension(dimension: CompiledDimension, values: IndicatorValues, gate: number) {
  const shares = availableShares(dimension, values);
  let [point, low, high, coverage] = [0, 0, 0, 0];
  for (const [i, leaf] of dimension.leaves.entries()) {
    const value = values[leaf.id];
    low += leaf.share * (value?.low ?? 0);
    high += leaf.share * (value?.high ?? 10);
    if (value == null) continue;
    coverage += leaf.share;
    point += (shares[i] ?? 0) * value.point;
  }
  const known = coverage > 0 && coverage >= gate - GATE_EPSILON;
  return { id: dimension.id, shares, coverage, low, high, point: known ? point : null };
}

/**
 * Composite index: dimension → factor → indicator, values and result on 0..10; returns the scorer of a unit.
 * Arithmetic inside, arithmetic or shifted geometric across: `G = (Π(1 + 0.9 d)^w - 1) / 0.9`.
 * Throws a RangeError when a weight is negative or all weights are 0.
 * Source: OECD/JRC Handbook (2008); METHODS §1.3.
 */
export function scorer(framework: Framework): (values: IndicatorValues) => Score {
  const dimensions = compile(framework);
  return (values) => {
    const scored = dimensions.map((dimension) => scoreDimension(dimension, values, framework.coverageGate));
    let coverage = 0;
    const points: number[] = [];
    for (const [k, dimension] of scored.entries()) {
      coverage += (dimensions[k]?.weight ?? 0) * dimension.coverage;
      if (dimension.point !== null) points.push(dimension.point);
    }
    const complete = points.length === scored.length;
    const point = complete ? across(framework, dimensions, points) : null;
    const contributions: Record<string, number> = {};
    if (point !== null) {
      for (const [k, { weight, leaves }] of dimensions.entries()) {
        const value = points[k] ?? 0;
        const part =
          framework.aggregation === 'arithmetic' ? weight * value : dimensionContribution(value, weight, point);
        const scale = value > 0 ? part / value : 0;
        for (const [i, { id }] of leaves.entries()) {
          const known = values[id];
          if (known != null) contributions[id] = scale * (scored[k]?.shares[i] ?? 0) * known.point;
        }
      }
    }
    return {
      status: complete ? 'scored' : coverage > 0 ? 'insufficient' : 'not_assessed',
      point,
      low: across(
        framework,
        dimensions,
        scored.map((d) => d.low),
      ),
      high: across(
        framework,
        dimensions,
        scored.map((d) => d.high),
      ),
      coverage,
      dimensions: scored.map(({ id, point: p, low, high, coverage: c }) => ({ id, point: p, low, high, coverage: c })),
      contributions,
    };
  };
}
