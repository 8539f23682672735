import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { evidenceSchema } from '../domain/evidence.ts';
import { incidentSchema } from '../domain/incident.ts';
import { reasonOf, StartFault } from './fault.ts';
import { areaSchema, geometrySchema, methodSchema, propertiesSchema } from './store/record-schema.ts';
import type { Seed, StoredFeature } from './store/store.ts';

const MEND = 'run `npm run geodata`, or take geodata/dist from the release.';

const manifestSchema = z.object({
  edition: z.object({
    id: z.string().check(z.regex(/^[0-9a-f]{4,64}$/)),
    hash: z.string(),
    status: z.string(),
    title: z.string(),
    publishedAt: z.iso.datetime(),
    asOf: z.string(),
  }),
  datasets: z.record(z.string(), z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  quality: z.record(z.string(), z.unknown()),
});

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      id: z.union([z.string(), z.number()]),
      properties: propertiesSchema,
      geometry: z.nullable(geometrySchema),
    }),
  ),
});

const populationSchema = z.array(
  z.object({
    code: z.string(),
    year: z.int(),
    period: z.string(),
    population: z.int(),
    statedTotal: z.nullable(z.int()),
    source: z.string(),
  }),
);

const trainingSchema = z.object({
  training: z.literal(true),
  incidents: z.array(incidentSchema).check(z.refine((rows) => rows.every(({ training }) => training))),
});

export interface GeodataFiles {
  /** File name → SHA-256, the manifest itself included: whatever changes, something here does. */
  readonly datasets: ReadonlyMap<string, string>;
  /** Reads, verifies and checks every file. Throws a StartFault that names the file at fault. */
  readonly readSeed: () => Seed;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readBytes(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    throw new StartFault(`geodata: ${join(folder, name)} cannot be read (${reasonOf(error)}): ${MEND}`);
  }
}

function parsed<T>(name: string, schema: z.ZodMiniType<T>, bytes: Buffer): T {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new StartFault(`geodata: ${name} is not JSON: ${MEND}`);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new StartFault(
    `geodata: ${name} is not what the build writes, at ${issue?.path.join('.') || 'the top'}: ${MEND}`,
  );
}

/**
 * What the geodata build left in `folder` (geodata/dist). Only the manifest is read at once; the files are read
 * when the store does not hold them yet. Throws a StartFault when the manifest is missing or not one.
 */
export function openGeodata(folder: string): GeodataFiles {
  const manifestBytes = readBytes(folder, 'manifest.json');
  const manifest = parsed('manifest.json', manifestSchema, manifestBytes);
  const expected = new Map(Object.entries(manifest.datasets));

  const readVerified = (name: string): Buffer => {
    const bytes = readBytes(folder, name);
    const hash = expected.get(name);
    if (hash !== undefined && hash !== sha256(bytes)) {
      throw new StartFault(
        `geodata: ${join(folder, name)} is not the file that manifest.json names (SHA-256 differs): ${MEND}`,
      );
    }
    return bytes;
  };
  const read = <T>(name: string, schema: z.ZodMiniType<T>): T => parsed(name, schema, readVerified(name));
  const features = (name: string): readonly StoredFeature[] =>
    read(name, collectionSchema).features.map(({ id, properties, geometry }) => ({
      fid: String(id),
      properties,
      geometry,
    }));
  const edition = `edition/${manifest.edition.id}`;
  const datasets = new Map([...expected, ['manifest.json', sha256(manifestBytes)]]);
  const raw = (name: string, schema: z.ZodMiniType<unknown>): string => {
    read(name, schema);
    return readVerified(name).toString('utf8');
  };

  return {
    datasets,
    readSeed: () => ({
      datasets,
      edition: { ...manifest.edition, method: read(`${edition}/method.json`, methodSchema) },
      areas: read('areas.json', z.array(areaSchema)),
      evidence: read('evidence.json', z.array(evidenceSchema)),
      population: read('population.json', populationSchema),
      features: {
        kota: features(`${edition}/kota.geojson`),
        kecamatan: features(`${edition}/kecamatan.geojson`),
        kelurahan: features(`${edition}/kelurahan.geojson`),
        places: features('places.geojson'),
        roads: features('roads.geojson'),
      },
      documents: {
        helplines: raw('helplines.json', z.array(z.unknown())),
        'city-context': raw('city-context.json', z.array(z.unknown())),
        coast: raw('coast.geojson', collectionSchema),
        context: raw('context.geojson', collectionSchema),
        quality: JSON.stringify(manifest.quality),
      },
      trainingIncidents: read('training.json', trainingSchema).incidents,
    }),
  };
}
