import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBehindRate, randomlyRoundedTo3, roundedTo } from '../../../domain/privacy/statement.ts';

/** Counts that would be published as this figure. */
function countsPublishedAs(published: number, publish: (count: number) => number): number[] {
  return Array.from({ length: 400 }, (_, count) => count).filter((count) => publish(count) === published);
}
const ends = (counts: readonly number[]) => ({ low: counts[0], high: counts.at(-1) });

describe('what a published figure says of the count', () => {
  it.each([3, 5, 10])('rounded half up to multiples of %i', (base) => {
    for (const published of [0, base, 4 * base]) {
      const counts = countsPublishedAs(published, (count) => Math.floor(count / base + 0.5) * base);
      expect(roundedTo(published, base)).toEqual(ends(counts));
    }
  });

  it('rounded at random to multiples of 3: all that may have been rounded to it', () => {
    const possible = (count: number): readonly number[] =>
      count % 3 === 0 ? [count] : [count - (count % 3), count - (count % 3) + 3];
    for (const published of [0, 3, 12]) {
      const counts = Array.from({ length: 30 }, (_, count) => count).filter((n) => possible(n).includes(published));
      expect(randomlyRoundedTo3(published)).toEqual(ends(counts));
    }
  });

  it('behind a rate per 100,000: every count that prints as it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 300 }),
        fc.integer({ min: 5_000, max: 800_000 }),
        fc.integer({ min: 0, max: 2 }),
        (count, population, decimals) => {
          const print = (n: number) => Number(((n / population) * 100_000).toFixed(decimals));
          const interval = countBehindRate({ printed: print(count), decimals, perResidents: 100_000, population });
          const same = countsPublishedAs(print(count), print);
          expect(interval.low).toBeLessThanOrEqual(same[0] ?? count);
          expect(interval.high).toBeGreaterThanOrEqual(same.at(-1) ?? count);
          // Not wider than half a unit of the last digit on each side, and the rounding of the printed figure.
          const width = (10 ** -decimals * population) / 100_000;
          expect((interval.high ?? 0) - interval.low).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });
});
