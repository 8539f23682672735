import type { FeatureCollection, Point } from 'geojson';
import type { BasemapCollection } from '../feature-schema.ts';
import { labelPoint } from './label-point.ts';
import { MAX_BOUNDS } from './use-camera.ts';

/** Names of the neighbouring regencies where they have most room near the city. */
export function contextLabels({ features }: BasemapCollection): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ geometry, properties: { name, level } }): FeatureCollection<Point>['features'] => {
      if (level === 'provinsi' || name === undefined || name === null) return [];
      const { at, clearance } = labelPoint(geometry, MAX_BOUNDS);
      if (clearance <= 0) return [];
      return [{ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [...at] } }];
    }),
  };
}
