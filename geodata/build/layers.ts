import { bboxPolygon, feature, featureCollection, intersect } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { locator } from '../locate.ts';
import { NAMELESS_CATEGORIES, PLACE_CATEGORIES, type PlaceCategory } from '../place-category.ts';
import type { Source } from '../source.ts';

/** west, south, east, north of the clip box of the coast, degrees. */
const COAST_BOX: [number, number, number, number] = [116.55, -1.45, 117.2, -0.85];

/** Five decimals, about 1.1 m: finer than any of these layers is drawn. */
function rounded(position: Position): Position {
  return position.map((value) => Math.round(value * 1e5) / 1e5);
}

function thinned(line: readonly Position[]): Position[] {
  const points = line.map(rounded);
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1]);
}

function collapsed(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return geometry;
    case 'LineString':
      return { ...geometry, coordinates: thinned(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(thinned) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(thinned)) };
    default:
      throw new RangeError(`collapsed: ${geometry.type} is no geometry of a layer`);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Places as published: nameless where law 6 says so, each with the kelurahan it lies in (null off the land). */
export function buildPlaces({ places, kelurahan }: Source) {
  const locate = locator(kelurahan);
  return places
    .map(({ geometry, properties: { id, name, category, precision, source } }) => {
      const area = locate(geometry.coordinates)?.properties ?? null;
      const nameless = NAMELESS_CATEGORIES.includes(category as PlaceCategory);
      return {
        type: 'Feature' as const,
        id,
        properties: {
          id,
          name: nameless ? null : name,
          category,
          precision,
          kelurahan_code: area?.code ?? null,
          kecamatan_code: area?.kecamatan_code ?? null,
          source,
        },
        geometry,
      };
    })
    .sort((a, b) => compare(a.id, b.id));
}

/** Places per category, every category named, 0 where there are none in the source. */
export function countPlaces({ places }: Pick<Source, 'places'>): Readonly<Record<PlaceCategory, number>> {
  const counts = Object.fromEntries(PLACE_CATEGORIES.map((category) => [category, 0])) as Record<PlaceCategory, number>;
  for (const { properties } of places) counts[properties.category as PlaceCategory] += 1;
  return counts;
}

/** Roads in the order of the file, numbered, as it groups the pieces of one street. */
export function buildRoads({ roads }: Source) {
  return roads.map(({ geometry, properties }, index) => {
    const id = `road-${String(index + 1).padStart(3, '0')}`;
    const { class: roadClass, name, ref, geometry_quality, source } = properties;
    return {
      type: 'Feature' as const,
      id,
      properties: { id, class: roadClass, name, ref, geometry_quality, source },
      geometry: collapsed(geometry),
    };
  });
}

/** Land and water around the city. */
export function buildCoast({ coast }: Source) {
  return coast
    .filter(({ properties }) => properties.kind !== 'city_outline')
    .map(({ geometry, properties: { kind } }) => ({
      type: 'Feature' as const,
      id: kind,
      properties: { kind },
      geometry: collapsed(geometry),
    }))
    .sort((a, b) => compare(a.id, b.id));
}

/** Neighbouring regencies, cut to the coast's box; those outside it and the province outline are left out. */
export function buildContext({ context }: Source) {
  const box = bboxPolygon(COAST_BOX);
  return context
    .filter(({ properties }) => properties.level !== 'provinsi')
    .flatMap(({ geometry, properties: { code, name, level } }) => {
      const inside = intersect(featureCollection([feature(geometry), box]));
      if (inside === null) return [];
      return [
        { type: 'Feature' as const, id: code, properties: { code, name, level }, geometry: collapsed(inside.geometry) },
      ];
    })
    .sort((a, b) => compare(a.id, b.id));
}
