import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { labelPoint } from '../../../client/map/label-point.ts';

const polygon = (...coordinates: [number, number][][]): Polygon => ({ type: 'Polygon', coordinates });

describe('labelPoint', () => {
  it('finds the middle of a square', () => {
    const { at, clearance } = labelPoint(
      polygon([
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
      ]),
      null,
    );
    expect(at[0]).toBeCloseTo(5, 0);
    expect(at[1]).toBeCloseTo(5, 0);
    expect(clearance).toBeGreaterThan(4.9);
    expect(clearance).toBeLessThanOrEqual(5);
  });

  it('stays inside a horseshoe, whose centre of mass is outside', () => {
    const horseshoe = polygon([
      [0, 0],
      [10, 0],
      [10, 10],
      [8, 10],
      [8, 2],
      [2, 2],
      [2, 10],
      [0, 10],
      [0, 0],
    ]);
    const { at, clearance } = labelPoint(horseshoe, null);
    expect(clearance).toBeGreaterThan(0.9);
    expect(at[0] < 2 || at[0] > 8 || at[1] < 2).toBe(true);
  });

  it('keeps away from a hole', () => {
    const ring: [number, number][] = [
      [0, 0],
      [12, 0],
      [12, 10],
      [0, 10],
      [0, 0],
    ];
    const hole: [number, number][] = [
      [1, 1],
      [1, 9],
      [7, 9],
      [7, 1],
      [1, 1],
    ];
    const { at } = labelPoint(polygon(ring, hole), null);
    expect(at[0]).toBeGreaterThan(7);
  });

  it('takes the larger part of a multipolygon', () => {
    const small: [number, number][] = [
      [20, 0],
      [21, 0],
      [21, 1],
      [20, 1],
      [20, 0],
    ];
    const large: [number, number][] = [
      [0, 0],
      [6, 0],
      [6, 6],
      [0, 6],
      [0, 0],
    ];
    const { at } = labelPoint({ type: 'MultiPolygon', coordinates: [[small], [large]] }, null);
    expect(at[0]).toBeLessThan(6);
  });

  it('stays within a limit, and says when nothing lies there', () => {
    const square = polygon([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ]);
    const { at, clearance } = labelPoint(square, [8, 8, 20, 20]);
    expect(at[0]).toBeGreaterThan(8);
    expect(clearance).toBeGreaterThan(0.9);
    expect(labelPoint(square, [40, 40, 50, 50]).clearance).toBeLessThanOrEqual(0);
  });
});
