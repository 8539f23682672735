import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITY } from '../../../domain/city.ts';
import { mortonCode, mortonRanges } from '../../../domain/geometry/morton.ts';

const [WEST, SOUTH, EAST, NORTH] = CITY.bbox;
const degrees = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const place = fc.tuple(degrees(WEST - 0.02, EAST + 0.02), degrees(SOUTH - 0.02, NORTH + 0.02));
const most = fc.integer({ min: 1, max: 40 });

describe('Morton cells', () => {
  it('have a step of about a metre, and the nearest cell outside', () => {
    expect(mortonCode(WEST, SOUTH)).not.toBe(mortonCode(WEST + 0.00002, SOUTH));
    expect(mortonCode(0, -90)).toBe(0);
    expect(mortonCode(180, 90)).toBe(2 ** 30 - 1);
    expect(mortonCode(180, -90)).toBe(0b010101010101010101010101010101);
  });

  it('the ranges of a box hold every place of it, ascend, and lie apart', () => {
    fc.assert(
      fc.property(place, place, most, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, limit, share) => {
        const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
        const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
        const ranges = mortonRanges([west, south, east, north], limit);
        expect(ranges.length).toBeLessThanOrEqual(limit);
        for (const [x, y] of [a, b, [west, north], [west + (east - west) * share, south + (north - south) * share]]) {
          const code = mortonCode(x ?? 0, y ?? 0);
          expect(ranges.some(({ from, to }) => code >= from && code <= to)).toBe(true);
        }
        ranges.forEach(({ from, to }, index) => {
          expect(to).toBeGreaterThanOrEqual(from);
          if (index > 0) expect(from).toBeGreaterThan((ranges[index - 1]?.to ?? 0) + 1);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('with enough of them, hold nothing else', () => {
    const box = [116.8, -1.2, 116.801, -1.199] as const;
    const cells = mortonRanges(box, 10_000).reduce((sum, { from, to }) => sum + to - from + 1, 0);
    const [width, height] = [0.001 / (EAST - WEST + 0.02), 0.001 / (NORTH - SOUTH + 0.02)].map(
      (part) => part * 2 ** 15,
    );
    expect(cells).toBeLessThanOrEqual(((width ?? 0) + 2) * ((height ?? 0) + 2));
    const few = mortonRanges(box, 12).reduce((sum, { from, to }) => sum + to - from + 1, 0);
    expect(few / cells).toBeLessThan(3);
  });

  it('a box that is none has none', () => {
    expect(mortonRanges([117, -1.2, 116.8, -1.1], 8)).toEqual([]);
  });
});
