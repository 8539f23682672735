import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { Position } from 'geojson';
import type { Kelurahan } from './source.ts';

/** Finds the kelurahan of a position (longitude, latitude; degrees), or null off the city's land. */
export function locator(kelurahan: readonly Kelurahan[]): (position: Position) => Kelurahan | null {
  const boxed = kelurahan.map((area) => ({ area, box: bbox(area.geometry) }));
  return (position) => {
    const [x = 0, y = 0] = position;
    const hit = boxed.find(
      ({ area, box: [west = 0, south = 0, east = 0, north = 0] }) =>
        x >= west && x <= east && y >= south && y <= north && booleanPointInPolygon(position, area.geometry),
    );
    return hit?.area ?? null;
  };
}
