import type { FeatureCollection, Point } from 'geojson';
import { CITY } from '../../domain/city.ts';
import type { BasemapCollection } from '../feature-schema.ts';
import { labelPoint } from './label-point.ts';

/** How far from the city a name may stand, degrees: windows are wider than high. */
const NEAR_LONGITUDE = 0.1;
const NEAR_LATITUDE = 0.015;

const [WEST, SOUTH, EAST, NORTH] = CITY.bbox;
const NEAR = [WEST - NEAR_LONGITUDE, SOUTH - NEAR_LATITUDE, EAST + NEAR_LONGITUDE, NORTH + NEAR_LATITUDE] as const;

/** Names of the neighbouring regencies where they have most room near the city. */
export function contextLabels({ features }: BasemapCollection): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ geometry, properties: { name, level } }): FeatureCollection<Point>['features'] => {
      if (level === 'provinsi' || name === undefined || name === null) return [];
      const { at, clearance } = labelPoint(geometry, NEAR);
      if (clearance <= 0) return [];
      return [{ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [...at] } }];
    }),
  };
}
