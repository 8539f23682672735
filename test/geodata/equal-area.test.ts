import { describe, expect, it } from 'vitest';
import { squareMetres } from '../../geodata/equal-area.ts';

const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

describe('area on the WGS 84 ellipsoid', () => {
  it('gives the whole earth its published surface, 510,065,621.7 km2', () => {
    expect(squareMetres(box(-180, -90, 180, 90)) / 1e6).toBeCloseTo(510_065_621.724, 0);
  });

  it('takes holes out and counts every part', () => {
    const whole = squareMetres(box(116.8, -1.3, 117, -1.1));
    const hole = squareMetres(box(116.85, -1.25, 116.95, -1.15));
    const holed = {
      ...box(116.8, -1.3, 117, -1.1),
      coordinates: [...box(116.8, -1.3, 117, -1.1).coordinates, ...box(116.85, -1.25, 116.95, -1.15).coordinates],
    };
    expect(squareMetres(holed)).toBeCloseTo(whole - hole, 3);
    const parts = {
      type: 'MultiPolygon' as const,
      coordinates: [box(116.8, -1.3, 117, -1.1).coordinates, box(0, 0, 0.1, 0.1).coordinates],
    };
    expect(squareMetres(parts)).toBeCloseTo(whole + squareMetres(box(0, 0, 0.1, 0.1)), 3);
  });

  it('does not depend on the direction of the ring', () => {
    const forward = box(116.8, -1.3, 117, -1.1);
    const backward = { ...forward, coordinates: forward.coordinates.map((ring) => [...ring].reverse()) };
    expect(squareMetres(backward)).toBeCloseTo(squareMetres(forward), 6);
  });
});
