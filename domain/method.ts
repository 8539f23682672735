import type { Grade } from './evidence.ts';
import { FACTORS, type Factor } from './factor.ts';

export type Weights = Readonly<Record<Factor, number>>;

/** Immutable once used in an edition; a change is a new version. */
export interface Method {
  readonly version: string;
  /** Relative, >= 0, not all 0. */
  readonly weights: Weights;
  readonly aggregation: 'arithmetic' | 'shifted_geometric';
  /** Rows of a lower grade inform but do not read. */
  readonly minimumGrade: Grade;
  /** Least share of weight that must be known for a score (inclusive). */
  readonly coverageGate: number;
  /** Lower bounds of the classes medium and high, on 0..10; a break belongs to the upper class. */
  readonly classBreaks: readonly [number, number];
  readonly seed: number;
}

export const EQUAL_WEIGHTS: Weights = Object.fromEntries(FACTORS.map((factor) => [factor, 1])) as Record<
  Factor,
  number
>;

export const METHOD_V1: Method = {
  version: 'v1',
  weights: EQUAL_WEIGHTS,
  aggregation: 'arithmetic',
  minimumGrade: 'C',
  coverageGate: 0.5,
  classBreaks: [10 / 3, 20 / 3],
  seed: 6471,
};
