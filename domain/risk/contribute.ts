/**
 * Logarithmic mean, `L(a, b) = (a - b) / ln(a / b)`, `L(a, a) = a`, for a, b > 0.
 * Source: Ang (2005), LMDI decomposition.
 */
export function logarithmicMean(a: number, b: number): number {
  const gap = a - b;
  // (a - b) / ln(a / b) with ln by log1p: exact to rounding when a is near b.
  return gap === 0 ? a : gap / Math.log1p(gap / b);
}

/** Slope of the shifted geometric mean, METHODS §1.3: `y = 1 + 0.9 G` on 0..10. */
export const SHIFT = 0.9;

/**
 * Share of one dimension's points in the index against a zero reference, so that the shares of all
 * dimensions sum to the score. `dimension` and `index` on 0..10; `weight` of weights that sum to 1.
 */
export function dimensionContribution(dimension: number, weight: number, index: number): number {
  const scale = logarithmicMean(1 + SHIFT * index, 1) / logarithmicMean(1 + SHIFT * dimension, 1);
  return weight * dimension * scale;
}
