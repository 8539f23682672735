import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { FileRefusal } from './file-refusal.ts';
import { FAULT_COLUMN, POINT_COLUMNS } from './geojson-columns.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { splitFeatures } from './json-features.ts';
import { openRowsFile } from './rows-file.ts';

const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });
const crsSchema = z.object({ crs: z.optional(z.nullable(z.object({ properties: z.object({ name: z.string() }) }))) });
const featureSchema = z.object({
  type: z.literal('Feature'),
  geometry: z.nullable(z.object({ type: z.string() })),
  properties: z.nullable(z.record(z.string(), z.unknown())),
});
const pointSchema = z.object({
  type: z.literal('Point'),
  coordinates: z.array(z.number()).check(z.minLength(2), z.maxLength(3)),
});
const WGS84 = /CRS84|EPSG:{1,2}4326|EPSG::4979/;

interface ReadFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly point: readonly [string, string] | null;
  readonly fault: string | null;
}

const NOTHING: ReadFeature = { properties: {}, point: null, fault: null };

function readFeature(text: string): ReadFeature {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ...NOTHING, fault: 'not_readable' };
  }
  const feature = z.safeParse(featureSchema, json);
  if (feature.data === undefined) return { ...NOTHING, fault: 'not_a_feature' };
  const { geometry } = feature.data;
  const properties = feature.data.properties ?? {};
  if (geometry === null) return { properties, point: null, fault: null };
  const point = z.safeParse(pointSchema, (json as { readonly geometry: unknown }).geometry);
  if (point.data === undefined) return { properties, point: null, fault: 'not_a_point' };
  const [longitude = Number.NaN, latitude = Number.NaN] = point.data.coordinates;
  return { properties, point: [String(longitude), String(latitude)], fault: null };
}

/** A list is a set of codes; an object is nothing of ours. */
function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => cellText(item) ?? '').join('|');
  return typeof value === 'object' ? '{}' : String(value);
}

function checkCollection(text: string): void {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FileRefusal('damaged');
  }
  if (!z.safeParse(collectionSchema, json).success) throw new FileRefusal('not_geojson');
  const crs = z.safeParse(crsSchema, json);
  if (!crs.success || (crs.data.crs && !WGS84.test(crs.data.crs.properties.name))) throw new FileRefusal('wrong_crs');
}

/**
 * The features of a GeoJSON file into a rows file: a column for each property that any of them has, then the point.
 * Feature 1 is row 2. Throws a FileRefusal.
 */
export function geojsonToRows(path: string, rowsPath: string): void {
  const whole = readFileSync(path);
  const bytes = whole[0] === 0xef ? whole.subarray(3) : whole;
  const names = new Set<string>();
  let features = 0;
  splitFeatures(bytes, {
    feature: (text) => {
      features += 1;
      if (features > IMPORT_LIMITS.rows) throw new FileRefusal('too_many_rows');
      for (const name of Object.keys(readFeature(text).properties)) names.add(name);
      if (names.size > IMPORT_LIMITS.columns) throw new FileRefusal('too_many_columns');
    },
    rest: checkCollection,
  });
  if (features === 0) throw new FileRefusal('empty');
  // The geometry is where the point is; a property of the same name is not looked at twice.
  const columns = [...names].filter((name) => !(POINT_COLUMNS as readonly string[]).includes(name));
  const file = openRowsFile(rowsPath);
  try {
    file.add([...columns, ...POINT_COLUMNS, FAULT_COLUMN]);
    splitFeatures(bytes, {
      feature: (text) => {
        const { properties, point, fault } = readFeature(text);
        const [longitude, latitude] = point ?? POINT_COLUMNS.map((name) => cellText(properties[name]));
        file.add([...columns.map((name) => cellText(properties[name])), longitude ?? null, latitude ?? null, fault]);
      },
      rest: () => {},
    });
  } finally {
    file.close();
  }
}
