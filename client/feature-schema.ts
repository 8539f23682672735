import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import * as z from 'zod/mini';
import { evidenceSchema } from '../domain/evidence.ts';
import { POLICE_STATEMENTS } from '../domain/police-statement.ts';

/** Type and outer array only: the geodata build has checked every coordinate. */
function geometry<T extends { readonly type: string }>(...types: readonly T['type'][]) {
  return z.custom<T>((value) => {
    if (typeof value !== 'object' || value === null || !('type' in value) || !('coordinates' in value)) return false;
    return Array.isArray(value.coordinates) && types.some((type) => type === value.type);
  });
}

function collection<G extends z.ZodMiniType, P extends z.ZodMiniType>(geometrySchema: G, properties: P) {
  return z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry: geometrySchema, properties })),
  });
}

const polygonal = geometry<Polygon | MultiPolygon>('Polygon', 'MultiPolygon');
const linear = geometry<LineString | MultiLineString>('LineString', 'MultiLineString');

/** What the page reads of an area; scores it computes itself. */
export const areaCollectionSchema = collection(
  polygonal,
  z.object({
    code: z.string(),
    name: z.string(),
    level: z.enum(['kecamatan', 'kelurahan']),
    kecamatan_code: z.string(),
    police_statement: z.nullable(z.enum(POLICE_STATEMENTS)),
    population: z.nullable(z.number()),
    population_year: z.nullable(z.number()),
    population_source: z.nullable(z.string()),
    area_km2: z.number(),
    density_per_km2: z.nullable(z.number()),
  }),
);

/** Evidence rows as flat features without geometry; checked again as domain rows. */
export const evidenceCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      properties: z.pipe(
        z.pipe(
          z.object({
            id: z.string(),
            area_code: z.string(),
            factor: z.string(),
            kind: z.string(),
            direction: z.string(),
            strength: z.nullable(z.string()),
            grade: z.string(),
            measured_value: z.nullable(z.number()),
            goal_low: z.nullable(z.number()),
            goal_high: z.nullable(z.number()),
            unit: z.nullable(z.string()),
            finding: z.string(),
            finding_en: z.string(),
            source_title: z.string(),
            source_publisher: z.string(),
            source_date: z.nullable(z.string()),
            source_url: z.string(),
          }),
          z.transform((row) => ({
            id: row.id,
            areaCode: row.area_code,
            factor: row.factor,
            kind: row.kind,
            direction: row.direction,
            strength: row.strength,
            grade: row.grade,
            measured:
              row.measured_value === null
                ? null
                : {
                    value: row.measured_value,
                    goalLow: row.goal_low,
                    goalHigh: row.goal_high,
                    unit: row.unit,
                  },
            finding: row.finding,
            findingEn: row.finding_en,
            sourceTitle: row.source_title,
            sourcePublisher: row.source_publisher,
            sourceDate: row.source_date,
            sourceUrl: row.source_url,
          })),
        ),
        evidenceSchema,
      ),
    }),
  ),
});

export const placeCollectionSchema = collection(
  geometry<Point>('Point'),
  z.object({ id: z.string(), category: z.string(), name: z.nullable(z.string()), precision: z.string() }),
);

export const roadCollectionSchema = collection(
  linear,
  z.object({
    class: z.string(),
    name: z.nullable(z.string()),
    ref: z.nullable(z.string()),
    geometry_quality: z.string(),
  }),
);

export const basemapCollectionSchema = collection(
  polygonal,
  z.object({ kind: z.optional(z.string()), name: z.optional(z.nullable(z.string())), level: z.optional(z.string()) }),
);

export type AreaCollection = z.infer<typeof areaCollectionSchema>;
export type PlaceCollection = z.infer<typeof placeCollectionSchema>;
export type RoadCollection = z.infer<typeof roadCollectionSchema>;
export type BasemapCollection = z.infer<typeof basemapCollectionSchema>;
