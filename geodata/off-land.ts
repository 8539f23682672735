import { booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import type { Position } from 'geojson';
import type { Kelurahan } from './source.ts';

/** A pier or a register point may lie this far off the land; the farthest today is 320 m. */
export const OFF_LAND_METRES = 500;

/** Metres from a position (longitude, latitude) to the nearest land of the city; 0 on it. */
export function metresOffLand(position: Position, kelurahan: readonly Kelurahan[]): number {
  if (kelurahan.some((area) => booleanPointInPolygon(position, area.geometry))) return 0;
  return Math.min(...kelurahan.map((area) => pointToPolygonDistance(position, area.geometry, { units: 'meters' })));
}
