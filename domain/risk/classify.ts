import { type HatchDensity, RISK_CLASSES, type RiskClass } from '../assessment.ts';

const EPSILON = 1e-9;

/** Class of a score on 0..10; `breaks` are the lower bounds of medium and high and belong to the upper class. */
export function classOf(value: number, breaks: readonly [number, number]): RiskClass {
  if (value >= breaks[1] - EPSILON) return 'high';
  return value >= breaks[0] - EPSILON ? 'medium' : 'low';
}

/** Confidence by the width of the range on 0..10: under 3.3 no hatch, under 6.7 light, else dense. */
export function hatchOf(widthPoints: number): HatchDensity {
  if (widthPoints < 3.3 - EPSILON) return 'none';
  return widthPoints < 6.7 - EPSILON ? 'light' : 'dense';
}

/** How many classes a range touches: 1, 2 or 3; three means that it cannot be told apart. */
export function classSpan(classLow: RiskClass, classHigh: RiskClass): number {
  return RISK_CLASSES.indexOf(classHigh) - RISK_CLASSES.indexOf(classLow) + 1;
}
