import { describe, expect, it } from 'vitest';
import { drawIndex, seededRandom } from '../../../domain/stats/random.ts';

const take = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seeded random numbers', () => {
  it('give the same sequence for a seed and another for another, also beyond 32 bits', () => {
    expect(take(6471, 5)).toEqual(take(6471, 5));
    expect(take(6471, 5)).not.toEqual(take(6472, 5));
    expect(take(1, 5)).not.toEqual(take(1 + 2 ** 32, 5));
  });

  it('are uniform on [0, 1): mean and variance within five standard errors of 1/2 and 1/12', () => {
    const numbers = take(1, 100_000);
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / numbers.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / numbers.length));
    expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
  });

  it('refuse a seed that is no number', () => {
    expect(() => seededRandom(Number.NaN)).toThrow(RangeError);
  });

  it('draw an index in proportion to weights, never one of weight 0', () => {
    const random = seededRandom(2);
    const counts = [0, 0, 0];
    for (let i = 0; i < 10_000; i++) {
      const index = drawIndex(random, [1, 0, 3]);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    expect(Math.abs((counts[2] ?? 0) - 7500)).toBeLessThan(5 * Math.sqrt(10_000 * 0.75 * 0.25));
    expect(() => drawIndex(random, [0, 0])).toThrow(RangeError);
  });
});
