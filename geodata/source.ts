import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type CsvRow, readCsv } from './csv.ts';
import { collectionOf, lineSchema, pointSchema, polygonSchema } from './geometry-schema.ts';
import { SourceFault } from './source-fault.ts';

const text = z.string().check(z.minLength(1));
const orNull = z._default(z.nullable(z.string()), null);

const kecamatanSchema = collectionOf(polygonSchema, z.object({ code: text, name: text }));
const kelurahanSchema = collectionOf(polygonSchema, z.object({ code: text, name: text, kecamatan_code: text }));
const contextSchema = collectionOf(polygonSchema, z.object({ code: text, name: text, level: text }));
const coastSchema = collectionOf(polygonSchema, z.object({ kind: z.enum(['land', 'water', 'city_outline']) }));
const roadsSchema = collectionOf(
  lineSchema,
  z.object({ class: text, name: orNull, ref: orNull, geometry_quality: text, source: text }),
);
/** A loose object: what else a place carries (OSM tag, licence, note) is kept by the refresh, not published. */
export const placesSchema = collectionOf(
  pointSchema,
  z.looseObject({
    id: text,
    name: orNull,
    category: text,
    precision: z.enum(['exact', 'approximate']),
    source: text,
  }),
);
const editionSchema = z.object({
  title: text,
  status: z.enum(['initial_unapproved']),
  publishedAt: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)),
  asOf: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  policeStatementSource: z.string().check(z.regex(/^https?:\/\/\S+$/)),
});

export const EVIDENCE_COLUMNS = [
  'id',
  'area_code',
  'factor',
  'kind',
  'direction',
  'strength',
  'grade',
  'finding',
  'finding_en',
  'source_title',
  'source_publisher',
  'source_date',
  'source_url',
] as const;
/** For a measurement that is to be read: its value between two goalposts, in one unit. */
const MEASURED_COLUMNS = ['measured_value', 'goal_low', 'goal_high', 'unit'] as const;
const POPULATION_COLUMNS = ['code', 'name', 'level', 'year', 'period', 'population', 'stated_total', 'source'] as const;
const AREA_COLUMNS = ['code', 'name', 'level', 'area_km2_geometry', 'area_km2_published', 'published_source'] as const;
const HELPLINE_COLUMNS = [
  'id',
  'name_id',
  'name_en',
  'phone',
  'whatsapp',
  'hours',
  'scope',
  'source',
  'source_date',
  'last_checked',
  'print',
] as const;
const CITY_CONTEXT_COLUMNS = ['topic', 'headline_id', 'headline_en', 'as_of', 'evidence_ids'] as const;

type Rows<Columns extends readonly string[]> = readonly CsvRow<Columns[number]>[];
export type Kecamatan = z.infer<typeof kecamatanSchema>['features'][number];
export type Kelurahan = z.infer<typeof kelurahanSchema>['features'][number];
export type Place = z.infer<typeof placesSchema>['features'][number];

/** Everything in `geodata/source/`, read but not yet checked: cells are still text. */
export interface Source {
  readonly edition: z.infer<typeof editionSchema>;
  readonly kecamatan: readonly Kecamatan[];
  readonly kelurahan: readonly Kelurahan[];
  readonly context: z.infer<typeof contextSchema>['features'];
  readonly coast: z.infer<typeof coastSchema>['features'];
  readonly roads: z.infer<typeof roadsSchema>['features'];
  readonly places: readonly Place[];
  readonly evidence: Rows<readonly [...typeof EVIDENCE_COLUMNS, ...typeof MEASURED_COLUMNS]>;
  readonly population: Rows<typeof POPULATION_COLUMNS>;
  readonly publishedAreas: Rows<typeof AREA_COLUMNS>;
  readonly helplines: Rows<typeof HELPLINE_COLUMNS>;
  readonly cityContext: Rows<typeof CITY_CONTEXT_COLUMNS>;
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? 'the file is missing' : (code ?? String(error));
}

/** A text file, or a SourceFault of one line that names it. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new SourceFault(`${path}: ${reason(error)}`);
  }
}

/** JSON of a file through a schema, or a SourceFault that names file and place in it. */
export function readJson<T extends z.ZodMiniType>(path: string, schema: T): z.infer<T> {
  let json: unknown;
  const content = readText(path);
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw new SourceFault(`${path}: not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SourceFault(`${path}: ${issue?.path.join('.') || 'top level'}: ${issue?.message ?? 'invalid'}`);
}

/** Reads the whole source folder. Throws a SourceFault at the first file that is missing or malformed. */
export function readSource(folder: string): Source {
  const json = <T extends z.ZodMiniType>(file: string, schema: T) => readJson(join(folder, file), schema);
  const csv = (file: string) => [readText(join(folder, file)), join(folder, file)] as const;
  return {
    edition: json('edition.json', editionSchema),
    kecamatan: json('kecamatan.geojson', kecamatanSchema).features,
    kelurahan: json('kelurahan.geojson', kelurahanSchema).features,
    context: json('context.geojson', contextSchema).features,
    coast: json('coast.geojson', coastSchema).features,
    roads: json('roads.geojson', roadsSchema).features,
    places: json('places.geojson', placesSchema).features,
    evidence: readCsv(...csv('evidence.csv'), EVIDENCE_COLUMNS, MEASURED_COLUMNS),
    population: readCsv(...csv('population.csv'), POPULATION_COLUMNS),
    publishedAreas: readCsv(...csv('areas.csv'), AREA_COLUMNS),
    helplines: readCsv(...csv('helplines.csv'), HELPLINE_COLUMNS),
    cityContext: readCsv(...csv('city-context.csv'), CITY_CONTEXT_COLUMNS),
  };
}
