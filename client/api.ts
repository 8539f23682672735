import { hc } from 'hono/client';
import * as z from 'zod/mini';
import type { Evidence } from '../domain/evidence.ts';
import { incidentSchema } from '../domain/incident.ts';
import type { App } from '../server/app.ts';
import { editionInfoSchema } from './edition-schema.ts';
import {
  areaCollectionSchema,
  basemapCollectionSchema,
  evidenceCollectionSchema,
  placeCollectionSchema,
  roadCollectionSchema,
} from './feature-schema.ts';
import { LoadError } from './load-error.ts';

const client = hc<App>('/');

/**
 * The body of an answer, checked against its schema.
 * Throws a LoadError when the server is silent, answers with an error, or has another shape.
 */
async function load<T>(path: string, request: () => Promise<Response>, schema: z.ZodMiniType<T>): Promise<T> {
  let response: Response;
  try {
    response = await request();
  } catch {
    throw new LoadError('network', path, '');
  }
  if (!response.ok) throw new LoadError('status', path, String(response.status));
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    throw new LoadError('shape', path, 'JSON');
  }
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new LoadError('shape', path, issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`);
}

function get<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
  return load(path, () => fetch(path, { headers: { accept: 'application/geo+json, application/json' } }), schema);
}

const itemsOf = (collection: string): string => `/ogc/collections/${collection}/items?limit=10000`;

export const fetchEdition = () => load('/api/edition', () => client.api.edition.$get(), editionInfoSchema);
export const fetchKecamatan = () => get(itemsOf('kecamatan'), areaCollectionSchema);
export const fetchKelurahan = () => get(itemsOf('kelurahan'), areaCollectionSchema);
export const fetchPlaces = () => get(itemsOf('places'), placeCollectionSchema);
export const fetchRoads = () => get(itemsOf('roads'), roadCollectionSchema);
export const fetchCoast = () => get('/basemap/coast.geojson', basemapCollectionSchema);
export const fetchContext = () => get('/basemap/context.geojson', basemapCollectionSchema);

export async function fetchEvidence(): Promise<readonly Evidence[]> {
  const { features } = await get(itemsOf('evidence'), evidenceCollectionSchema);
  return features.map((feature) => feature.properties);
}

/** The synthetic set; asked for only when the overlay is switched on. */
export async function fetchTrainingIncidents() {
  const schema = z.object({ training: z.literal(true), incidents: z.array(incidentSchema) });
  const path = '/api/training/incidents';
  return (await load(path, () => client.api.training.incidents.$get(), schema)).incidents;
}
