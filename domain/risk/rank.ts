import type { RankInterval } from '../assessment.ts';

const EPSILON = 1e-9;

/** Count of entries in an ascending array that are below `limit` (strictly). */
function countBelow(sorted: Float64Array, limit: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Ranks that the ranges allow, 1 = highest: only a unit whose lower bound is above my upper bound is
 * surely before me. Overlap and touching are ties. O(n log n).
 */
export function rankIntervals(
  ranges: readonly { readonly low: number; readonly high: number }[],
): readonly RankInterval[] {
  const lows = Float64Array.from(ranges, (range) => range.low).sort();
  const highs = Float64Array.from(ranges, (range) => range.high).sort();
  const count = ranges.length;
  return ranges.map(({ low, high }) => ({
    low: 1 + count - countBelow(lows, high + EPSILON),
    high: count - countBelow(highs, low - EPSILON),
  }));
}
