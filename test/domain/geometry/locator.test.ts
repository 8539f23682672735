import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CITY } from '../../../domain/city.ts';
import { type LocatableArea, makeLocator } from '../../../domain/geometry/locator.ts';
import { openGeodata } from '../../../server/geodata-files.ts';

const KELURAHAN = openGeodata('geodata/dist')
  .readSeed()
  .features.kelurahan.map(({ fid, geometry }) => ({ code: fid, geometry: geometry as LocatableArea['geometry'] }));

const square = (x: number, y: number, side: number) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const polygon = (code: string, ...coordinates: number[][][]): LocatableArea => ({
  code,
  geometry: { type: 'Polygon', coordinates },
});

describe('which area holds a place', () => {
  const [west, south, east, north] = CITY.bbox;
  const locate = makeLocator(KELURAHAN);

  it('says what turf says of every place of the city', () => {
    const degrees = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
    fc.assert(
      fc.property(degrees(west - 0.01, east + 0.01), degrees(south - 0.01, north + 0.01), (longitude, latitude) => {
        const found = KELURAHAN.find(({ geometry }) =>
          booleanPointInPolygon([longitude, latitude], geometry as Parameters<typeof booleanPointInPolygon>[1]),
        );
        expect(locate(longitude, latitude)).toBe(found?.code ?? null);
      }),
      { numRuns: 2000, seed: 34 },
    );
  });

  it('knows nothing outside', () => {
    expect(locate(0, 0)).toBeNull();
    expect(locate(Number.NaN, -1.2)).toBeNull();
    expect(locate(116.85, 1e308)).toBeNull();
  });

  it('sees holes and parts', () => {
    const ring = makeLocator([
      polygon('ring', square(0, 0, 10), square(4, 4, 2)),
      polygon('yolk', square(4, 4, 2)),
      { code: 'parts', geometry: { type: 'MultiPolygon', coordinates: [[square(20, 0, 1)], [square(30, 0, 1)]] } },
    ]);
    expect([ring(1, 1), ring(5, 5), ring(20.5, 0.5), ring(30.5, 0.5), ring(25, 0.5)]).toEqual([
      'ring',
      'yolk',
      'parts',
      'parts',
      null,
    ]);
  });

  it('gives a place on a common border to exactly one, whatever the order of the list', () => {
    const areas = [polygon('a', square(0, 0, 1)), polygon('b', square(1, 0, 1)), polygon('c', square(0, 1, 2))];
    for (const order of [areas, [...areas].reverse()]) {
      const find = makeLocator(order);
      expect(find(1, 0.5)).toBe('b');
      expect(find(0.5, 1)).toBe('c');
      expect(find(1, 1)).toBe('c');
      expect(find(0, 0.5)).toBe('a');
      expect(find(2, 0.5)).toBeNull();
    }
  });

  it('gives the vertices and the middles of real borders to at most one', () => {
    const orders = [KELURAHAN, [...KELURAHAN].reverse()].map((list) => makeLocator(list));
    for (const { geometry } of KELURAHAN) {
      const ring = (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? [];
      for (let i = 1; i < ring.length; i += 7) {
        const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = [ring[i - 1], ring[i]];
        for (const [x, y] of [
          [x1, y1],
          [(x1 + x2) / 2, (y1 + y2) / 2],
        ] as const) {
          expect(orders[0]?.(x, y)).toBe(orders[1]?.(x, y));
        }
      }
    }
  });
});
