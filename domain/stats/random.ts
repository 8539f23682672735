/** A source of numbers in [0, 1); the same seed gives the same sequence on every machine. */
export type Random = () => number;

/**
 * Seeded generator sfc32 (Chris Doty-Humphrey, PractRand; public domain): 128 bits of state, passes
 * PractRand and BigCrush, about 5 ns a number. Not for secrets.
 * `seed` is a finite number; its 53 bits are spread over the state and the first 20 numbers dropped.
 * Source: https://pracrand.sourceforge.net/RNG_engines.txt
 */
export function seededRandom(seed: number): Random {
  if (!Number.isFinite(seed)) throw new RangeError(`seededRandom: seed is ${seed}`);
  let a = Math.trunc(seed) | 0;
  let b = Math.trunc(seed / 4294967296) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}

/** Index drawn in proportion to `weights` (>= 0, at least one > 0); O(n). Throws a RangeError when all are 0. */
export function drawIndex(random: Random, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('drawIndex: no weight above 0');
  let left = random() * total;
  let last = 0;
  for (const [index, weight] of weights.entries()) {
    if (weight <= 0) continue;
    last = index;
    left -= weight;
    if (left < 0) return index;
  }
  return last;
}
