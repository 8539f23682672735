import type { Access } from '../policy.ts';

/** A path that the server answers. `:name` is one segment. */
export interface RouteRow {
  readonly method: 'GET';
  readonly path: string;
  readonly access: Access;
  /** Path inside the OGC API document, where it belongs to one. */
  readonly summary: string;
  readonly answers: string;
}

const JSON_TYPE = 'application/json';
const GEOJSON_TYPE = 'application/geo+json';

/**
 * Every route of the server in one list: what is not here does not exist, and what has no access here is denied.
 * The OpenAPI document, the policy and the test of the docs read it. The page's own files come after it.
 */
export const ROUTES = [
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

export type RoutePath = (typeof ROUTES)[number]['path'];

const PATTERNS = ROUTES.map((row) => ({
  row,
  pattern: new RegExp(`^${row.path.replaceAll('.', '\\.').replace(/:[a-zA-Z]+/g, '[^/]+')}$`),
}));

/** The row whose path this is, whatever the method. */
export function routeOf(path: string): RouteRow | undefined {
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.row;
}
