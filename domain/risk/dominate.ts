import type { Factor } from '../factor.ts';
import type { Interval } from '../interval.ts';
import type { Readings } from '../reading.ts';

export type Dominance = 'certain' | 'weight_dependent' | 'tie';

const EPSILON = 1e-9;

function intervalOf(readings: Readings, factor: Factor): Interval | null {
  const reading = readings[factor];
  return reading.status === 'observed' ? reading.interval : null;
}

/** For every weight vector: the bounds are linear in the weights, so the single factors (the corners) decide. */
function surelyAbove(a: Readings, b: Readings, factors: readonly Factor[]): boolean {
  return (
    factors.length > 0 &&
    factors.every((factor) => (intervalOf(a, factor)?.low ?? 0) > (intervalOf(b, factor)?.high ?? 1) + EPSILON)
  );
}

/**
 * Whether some weights put the point of `a` above that of `b`. The point is a mean over the known factors of
 * each, so weights can be piled on a factor known to both, or on one known to only one of them:
 *   a(f) > b(f) for f known to both, or a(f) > b(g) with f unknown to b or g unknown to a.
 * If none of these holds, every mean of `a` is at most every mean of `b` (each part of a lies below the common
 * part of b, and b's own part lies above all of a).
 */
function canExceed(a: Readings, b: Readings, factors: readonly Factor[]): boolean {
  return factors.some((f) => {
    const left = intervalOf(a, f);
    if (left === null) return false;
    return factors.some((g) => {
      const right = intervalOf(b, g);
      if (right === null) return false;
      const separable = f === g || intervalOf(b, f) === null || intervalOf(a, g) === null;
      return separable && left.point > right.point + EPSILON;
    });
  });
}

/**
 * Whether the order of two areas is certain for every weight vector, depends on the weights, or is a tie.
 * `factors` are those in use. Symmetric in a and b.
 */
export function dominate(a: Readings, b: Readings, factors: readonly Factor[]): Dominance {
  if (surelyAbove(a, b, factors) || surelyAbove(b, a, factors)) return 'certain';
  return canExceed(a, b, factors) && canExceed(b, a, factors) ? 'weight_dependent' : 'tie';
}
