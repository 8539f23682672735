import { describe, expect, it } from 'vitest';
import { ringSquareMetres, squareMetres } from '../../geodata/equal-area.ts';
import { dissolve, freeSegments, outlineRings } from '../../geodata/outline.ts';
import { square } from './small-source.ts';

describe('outline of areas that share their borders', () => {
  it('cancels the shared border and keeps every other vertex', () => {
    const { rings, loose } = outlineRings([square(0, 0), square(1, 0)]);
    expect(loose).toEqual([]);
    expect(rings.map((ring) => ring.length)).toEqual([7]);
    expect(freeSegments([square(0, 0), square(1, 0)]).size).toBe(6);
  });

  it('keeps squares that touch at a corner apart', () => {
    const { rings } = outlineRings([square(0, 0), square(1, 1)]);
    expect(rings.map((ring) => ring.length)).toEqual([5, 5]);
    expect(rings.every((ring) => ringSquareMetres(ring) > 0)).toBe(true);
  });

  it('shows a hole as a clockwise ring', () => {
    const around = [0, 1, 2]
      .flatMap((x) => [0, 1, 2].map((y) => [x, y] as const))
      .filter(([x, y]) => x !== 1 || y !== 1);
    const { rings } = outlineRings(around.map(([x, y]) => square(x, y)));
    expect(rings.map((ring) => Math.sign(ringSquareMetres(ring))).sort()).toEqual([-1, 1]);
  });

  it('dissolves without moving ground, largest part first', () => {
    const parts = [square(5, 5), square(0, 0), square(1, 0)];
    const whole = dissolve(parts);
    expect(squareMetres(whole)).toBeCloseTo(
      parts.reduce((sum, part) => sum + squareMetres(part), 0),
      3,
    );
    expect(whole.coordinates.map(([ring]) => ring?.length)).toEqual([7, 5]);
  });
});
