import { kinks, polygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { CITY } from '../../domain/city.ts';
import { ringSquareMetres } from '../equal-area.ts';
import type { Source } from '../source.ts';
import { check } from './check.ts';

function polygonsOf(geometry: Polygon | MultiPolygon): readonly Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function areasOf(source: Source) {
  return [...source.kecamatan, ...source.kelurahan].map(({ properties, geometry }) => ({ ...properties, geometry }));
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

/** RFC 7946: outer rings counter-clockwise, holes clockwise. */
export const rightHandRule = check('right-hand-rule', (source, error) =>
  areasOf(source).flatMap(({ code, name, geometry }) =>
    polygonsOf(geometry).flatMap((rings) =>
      rings.flatMap((ring, index) =>
        ringSquareMetres(ring) > 0 === (index === 0)
          ? []
          : [
              error({
                message: `${code} ${name}: ${index === 0 ? 'an outer ring is clockwise' : 'a hole is counter-clockwise'}`,
                areaCodes: [code],
                geometry: { type: 'LineString', coordinates: ring },
              }),
            ],
      ),
    ),
  ),
);

/** Rings are closed, repeat no vertex and do not cross themselves. */
export const validRings = check('valid-rings', (source, error) =>
  areasOf(source).flatMap(({ code, name, geometry }) =>
    polygonsOf(geometry).flatMap((rings) =>
      rings.flatMap((ring) => {
        const fault = (message: string, at: Position[]) => [
          error({
            message: `${code} ${name}: ${message}`,
            areaCodes: [code],
            geometry: { type: 'MultiPoint', coordinates: at },
          }),
        ];
        if (!same(ring[0], ring.at(-1))) return fault('a ring is not closed', [ring[0] ?? [], ring.at(-1) ?? []]);
        const repeated = ring.filter((position, index) => index > 0 && same(position, ring[index - 1]));
        if (repeated.length > 0) return fault(`${repeated.length} repeated vertices`, repeated);
        const crossings = kinks(polygon([ring])).features.map((feature) => feature.geometry.coordinates);
        return crossings.length > 0 ? fault(`a ring crosses itself ${crossings.length} times`, crossings) : [];
      }),
    ),
  ),
);

/** Every vertex of every area lies in the city's box (degrees, WGS 84, longitude first). */
export const insideCityBox = check('areas-inside-city-box', (source, error) => {
  const [west, south, east, north] = CITY.bbox;
  return areasOf(source).flatMap(({ code, name, geometry }) => {
    const outside = polygonsOf(geometry)
      .flat(2)
      .filter(
        ([longitude = 0, latitude = 0]) => longitude < west || longitude > east || latitude < south || latitude > north,
      );
    return outside.length === 0
      ? []
      : [
          error({
            message: `${code} ${name}: ${outside.length} vertices outside ${CITY.bbox.join(', ')}, first ${outside[0]?.join(', ')}`,
            areaCodes: [code],
            geometry: { type: 'MultiPoint', coordinates: outside },
          }),
        ];
  });
});
