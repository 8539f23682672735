import * as z from 'zod/mini';
import { AREA_LEVELS } from '../../domain/area.ts';
import { GRADES } from '../../domain/evidence.ts';

const position = z.array(z.number()).check(z.minLength(2));
const line = z.array(position);
const polygon = z.array(line);

/** Geometry types that the geodata build writes. */
export const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal(['LineString', 'MultiPoint']), coordinates: line }),
  z.object({ type: z.literal(['MultiLineString', 'Polygon']), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
]);

/** Flat, as QGIS and GDAL read them without help. */
export const propertiesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const areaSchema = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(AREA_LEVELS),
  parentCode: z.nullable(z.string()),
  validFrom: z.nullable(z.string()),
  validTo: z.nullable(z.string()),
});

const weight = z.number().check(z.minimum(0));

export const methodSchema = z.object({
  version: z.string(),
  weights: z.object({
    entertainment: weight,
    trade: weight,
    inter_provincial_access: weight,
    nature_tourism: weight,
    rdmp_workers: weight,
    ikn_gateway: weight,
  }),
  aggregation: z.enum(['arithmetic', 'shifted_geometric']),
  minimumGrade: z.enum(GRADES),
  coverageGate: z.number(),
  classBreaks: z.tuple([z.number(), z.number()]),
  seed: z.number(),
});
