import type { Factor } from './factor.ts';
import type { Interval } from './interval.ts';

export const RISK_CLASSES = ['low', 'medium', 'high'] as const;
export type RiskClass = (typeof RISK_CLASSES)[number];

/** What an area is called on the map: a class of the ramp, or one of the two kinds of not knowing. */
export type AreaClass = RiskClass | 'insufficient' | 'not_assessed';

export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

/** Width of the score range: under 3.3 none, under 6.7 light, else dense. */
export type HatchDensity = 'none' | 'light' | 'dense';

interface AssessmentBase {
  readonly code: string;
  /** Exact bounds on 0..10 with every unknown factor anywhere in 0..1. */
  readonly bounds: { readonly low: number; readonly high: number };
  /** Known weight / all weight, 0..1. */
  readonly coverage: number;
  readonly knownFactors: readonly Factor[];
  readonly unknownFactors: readonly Factor[];
}

export type Assessment =
  | (AssessmentBase & {
      readonly status: 'scored';
      /** 0..10; low and high equal `bounds`. */
      readonly score: Interval;
      readonly class: RiskClass;
      readonly classLow: RiskClass;
      readonly classHigh: RiskClass;
      readonly hatch: HatchDensity;
      /** Known factors only, points on 0..10; sums to `score.point`. */
      readonly contributions: Readonly<Partial<Record<Factor, number>>>;
      /** 1 = highest, among the scored areas of the level; null when it is the only one: no podium of one. */
      readonly rank: RankInterval | null;
    })
  | (AssessmentBase & { readonly status: 'insufficient' })
  | (AssessmentBase & { readonly status: 'not_assessed' });
