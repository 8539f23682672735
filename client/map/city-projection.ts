import { geoMercator } from 'd3-geo';
import { CITY } from '../../domain/city.ts';
import type { Projection } from './area-labels.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface CityProjection extends Projection {
  readonly pixelsPerKm: number;
}

/** One degree of latitude at the equator, WGS 84. */
const KM_PER_DEGREE = 110.574;

/** Mercator that fits the city into a frame with room for title, scale and north around it. */
export function cityProjection({ width, height }: Size, margin: number): CityProjection {
  const [west, south, east, north] = CITY.bbox;
  const mercator = geoMercator().fitExtent(
    [
      [margin, margin],
      [Math.max(width - margin, margin + 1), Math.max(height - margin, margin + 1)],
    ],
    // A line has no inside: polygons would have to follow d3's own order of rings.
    {
      type: 'LineString',
      coordinates: [
        [west, south],
        [east, north],
      ],
    },
  );
  const project: Projection['project'] = ([longitude, latitude]) => {
    const [x = 0, y = 0] = mercator([longitude, latitude]) ?? [];
    return [x, y];
  };
  const middle = (south + north) / 2;
  return {
    project,
    unproject: ([x, y]) => mercator.invert?.([x, y]) ?? [0, 0],
    pixelsPerKm: (project([west, middle])[1] - project([west, middle + 0.1])[1]) / (0.1 * KM_PER_DEGREE),
  };
}
