/** Median of at least one number. Throws a RangeError on none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/**
 * Runs `a` and `b` in turn, the order swapped every round, after one warm-up of each, and gives the ratio of
 * each round. Ratios of neighbours in one run hold on a slow or busy machine; seconds do not.
 */
export async function pairs(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ readonly a: number; readonly b: number; readonly ratio: number }> {
  await a();
  await b();
  const [as, bs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) as.push(await a());
    bs.push(await b());
    if (round % 2 === 1) as.push(await a());
  }
  return { a: median(as), b: median(bs), ratio: median(as.map((value, round) => value / (bs[round] ?? Number.NaN))) };
}
