import { centroid, feature } from '@turf/turf';
import type { Position } from 'geojson';
import * as z from 'zod/mini';
import { lineSchema, pointSchema, polygonSchema } from '../geometry-schema.ts';
import { readText } from '../source.ts';
import { SourceFault } from '../source-fault.ts';
import type { Tags } from './category-of.ts';

/** One object of an export: where it is (longitude, latitude) and what OpenStreetMap says of it. */
export interface MapObject {
  readonly at: Position;
  readonly tags: Tags;
  /** `node/1`, `way/2` or `relation/3`; null when the export does not say. */
  readonly osmId: string | null;
}

const coordinate = z.object({ lat: z.number(), lon: z.number() });
const overpassSchema = z.object({
  osm3s: z.optional(z.object({ timestamp_osm_base: z.optional(z.string()) })),
  remark: z.optional(z.string()),
  elements: z.array(
    z.object({
      type: z.enum(['node', 'way', 'relation']),
      id: z.number(),
      lat: z.optional(z.number()),
      lon: z.optional(z.number()),
      center: z.optional(coordinate),
      bounds: z.optional(z.object({ minlat: z.number(), minlon: z.number(), maxlat: z.number(), maxlon: z.number() })),
      geometry: z.optional(z.array(z.nullable(coordinate))),
      tags: z.optional(z.record(z.string(), z.string())),
    }),
  ),
});
const geojsonSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.optional(z.union([z.string(), z.number()])),
      properties: z.nullable(z.record(z.string(), z.unknown())),
      geometry: z.nullable(z.union([pointSchema, lineSchema, polygonSchema])),
    }),
  ),
});

type Element = z.infer<typeof overpassSchema>['elements'][number];

/** A node's own position, else the given centre, else the middle of the box or of the drawn vertices. */
function positionOf({ lat, lon, center, bounds, geometry }: Element): Position | null {
  if (lat !== undefined && lon !== undefined) return [lon, lat];
  if (center) return [center.lon, center.lat];
  if (bounds) return [(bounds.minlon + bounds.maxlon) / 2, (bounds.minlat + bounds.maxlat) / 2];
  const vertices = (geometry ?? []).flatMap((vertex) => (vertex ? [vertex] : []));
  if (vertices.length === 0) return null;
  const mean = (of: 'lon' | 'lat') => vertices.reduce((sum, vertex) => sum + vertex[of], 0) / vertices.length;
  return [mean('lon'), mean('lat')];
}

function fromOverpass(elements: readonly Element[]): readonly MapObject[] {
  return elements.flatMap((element) => {
    const at = positionOf(element);
    return at === null || !element.tags ? [] : [{ at, tags: element.tags, osmId: `${element.type}/${element.id}` }];
  });
}

/** Exports put tags flat into `properties` (osmtogeojson, overpass-turbo, QuickOSM) or under `tags`. */
function fromGeojson(features: z.infer<typeof geojsonSchema>['features']): readonly MapObject[] {
  return features.flatMap(({ id, properties, geometry }) => {
    if (geometry === null || properties === null) return [];
    const nested = typeof properties.tags === 'object' && properties.tags !== null ? properties.tags : {};
    const texts = Object.entries({ ...properties, ...nested }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    const named = properties['@id'] ?? id;
    const osmId = typeof named === 'string' && /^(node|way|relation)\/\d+$/.test(named) ? named : null;
    const at = centroid(feature(geometry)).geometry.coordinates;
    return [{ at, tags: Object.fromEntries(texts), osmId }];
  });
}

/**
 * Objects of an Overpass JSON (`out center` or `out geom`) or a GeoJSON export, and the day of its data
 * when it says so. Throws a SourceFault of one line for anything else.
 */
export function readExport(path: string): { readonly objects: readonly MapObject[]; readonly dataDate: string | null } {
  let json: unknown;
  try {
    json = JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw new SourceFault(`${path}: not JSON; nothing was changed`);
  }
  const overpass = overpassSchema.safeParse(json);
  if (overpass.success) {
    const { remark, elements, osm3s } = overpass.data;
    if (remark && /error/i.test(remark))
      throw new SourceFault(`${path}: Overpass broke off (${remark}); nothing was changed`);
    return { objects: fromOverpass(elements), dataDate: osm3s?.timestamp_osm_base?.slice(0, 10) ?? null };
  }
  const geojson = geojsonSchema.safeParse(json);
  if (geojson.success) return { objects: fromGeojson(geojson.data.features), dataDate: null };
  throw new SourceFault(
    `${path}: neither an Overpass JSON (elements) nor a GeoJSON FeatureCollection; nothing was changed`,
  );
}
