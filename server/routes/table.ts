import { ACCOUNT_ROUTES } from './accounts/rows.ts';
import { BAND_ROUTES } from './bands/rows.ts';
import { IMPORT_ROUTES } from './imports/rows.ts';
import { INCIDENT_ROUTES } from './incidents/rows.ts';
import { KEEPING_ROUTES } from './keeping/rows.ts';
import type { RouteKey, RouteRow } from './route-row.ts';

const JSON_TYPE = 'application/json';
const GEOJSON_TYPE = 'application/geo+json';

/** Open data: the same bytes for everybody, whoever asks. */
export const PUBLIC_ROUTES = [
  {
    method: 'GET',
    path: '/healthz',
    access: 'public',
    summary: 'Whether the server and its store answer',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/kecamatan.geojson',
    access: 'public',
    summary: 'The kecamatan as one RFC 7946 file',
    answers: GEOJSON_TYPE,
  },
  {
    method: 'GET',
    path: '/kelurahan.geojson',
    access: 'public',
    summary: 'The kelurahan as one RFC 7946 file',
    answers: GEOJSON_TYPE,
  },
  {
    method: 'GET',
    path: '/basemap/coast.geojson',
    access: 'public',
    summary: 'Land and water around the city',
    answers: GEOJSON_TYPE,
  },
  {
    method: 'GET',
    path: '/basemap/context.geojson',
    access: 'public',
    summary: 'Neighbouring regencies',
    answers: GEOJSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/edition',
    access: 'public',
    summary: 'The edition on show: method, help lines, city context, population, quality, credits',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/training/incidents',
    access: 'public',
    summary: 'Synthetic incidents for training; no real case',
    answers: JSON_TYPE,
  },
  { method: 'GET', path: '/ogc', access: 'public', summary: 'Landing page', answers: JSON_TYPE },
  { method: 'GET', path: '/ogc/conformance', access: 'public', summary: 'Conformance classes', answers: JSON_TYPE },
  {
    method: 'GET',
    path: '/ogc/api',
    access: 'public',
    summary: 'This document',
    answers: 'application/vnd.oai.openapi+json;version=3.0',
  },
  { method: 'GET', path: '/ogc/collections', access: 'public', summary: 'The collections', answers: JSON_TYPE },
  {
    method: 'GET',
    path: '/ogc/collections/:collectionId',
    access: 'public',
    summary: 'One collection',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/ogc/collections/:collectionId/schema',
    access: 'public',
    summary: 'JSON Schema of a feature: every property with its type',
    answers: 'application/schema+json',
  },
  {
    method: 'GET',
    path: '/ogc/collections/:collectionId/items',
    access: 'public',
    summary: 'Features of a collection',
    answers: GEOJSON_TYPE,
  },
  {
    method: 'GET',
    path: '/ogc/collections/:collectionId/items/:featureId',
    access: 'public',
    summary: 'One feature',
    answers: GEOJSON_TYPE,
  },
] as const satisfies readonly RouteRow[];

export type RoutePath = (typeof PUBLIC_ROUTES)[number]['path'];

/** Routes that look at who asks. */
export const INTERNAL_ROUTES = [
  ...ACCOUNT_ROUTES,
  ...INCIDENT_ROUTES,
  ...BAND_ROUTES,
  ...IMPORT_ROUTES,
  ...KEEPING_ROUTES,
] as const satisfies readonly RouteRow[];

export type InternalKey = RouteKey<(typeof INTERNAL_ROUTES)[number]>;

/**
 * Every route of the server in one list: what is not here does not exist, and what has no access here is denied.
 * The OpenAPI document, the policy and the tests of permissions and docs read it. The page's own files come after it.
 */
export const ROUTES: readonly RouteRow[] = [...PUBLIC_ROUTES, ...INTERNAL_ROUTES];

const PATTERNS = ROUTES.map((row) => ({
  row,
  pattern: new RegExp(`^${row.path.replaceAll('.', '\\.').replace(/:[a-zA-Z]+/g, '[^/]+')}$`),
}));

/** The rows whose path this is, one per method. */
export function routesOf(path: string): readonly RouteRow[] {
  return PATTERNS.filter(({ pattern }) => pattern.test(path)).map(({ row }) => row);
}
