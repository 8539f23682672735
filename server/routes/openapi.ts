import { PROBLEM_CODES } from '../problem.ts';
import type { Collection } from '../services/collection.ts';
import { DEFAULT_LIMIT, MAX_LIMIT } from './items-query.ts';
import type { RouteRow } from './route-row.ts';
import { PUBLIC_ROUTES } from './table.ts';

const REF = {
  limit: { $ref: '#/components/parameters/limit' },
  offset: { $ref: '#/components/parameters/offset' },
  bbox: { $ref: '#/components/parameters/bbox' },
  datetime: { $ref: '#/components/parameters/datetime' },
} as const;

const PARAMETERS = {
  limit: {
    name: 'limit',
    in: 'query',
    description: 'Features in one answer; more than the maximum is clamped.',
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
    style: 'form',
    explode: false,
  },
  offset: {
    name: 'offset',
    in: 'query',
    description: 'Features to skip.',
    schema: { type: 'integer', minimum: 0, default: 0 },
    style: 'form',
    explode: false,
  },
  bbox: {
    name: 'bbox',
    in: 'query',
    description: 'west,south,east,north in degrees (CRS84); six numbers with heights.',
    schema: {
      type: 'array',
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
      items: { type: 'number' },
    },
    style: 'form',
    explode: false,
  },
  datetime: {
    name: 'datetime',
    in: 'query',
    description: 'Instant, or interval with .. for an open end. Filters evidence only; undated rows always match.',
    schema: { type: 'string' },
    style: 'form',
    explode: false,
  },
} as const;

const SCHEMAS = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(PROBLEM_CODES) },
      detail: { type: 'string' },
      parameter: { type: 'string' },
    },
  },
  Feature: {
    type: 'object',
    required: ['type', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'string' },
      geometry: { type: 'object', nullable: true },
      properties: { type: 'object', nullable: true },
    },
  },
  FeatureCollection: {
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { type: 'string', enum: ['FeatureCollection'] },
      features: { type: 'array', items: { $ref: '#/components/schemas/Feature' } },
      numberMatched: { type: 'integer', minimum: 0 },
      numberReturned: { type: 'integer', minimum: 0 },
      timeStamp: { type: 'string', format: 'date-time' },
      links: {
        type: 'array',
        items: {
          type: 'object',
          required: ['href', 'rel'],
          properties: { href: { type: 'string' }, rel: { type: 'string' } },
        },
      },
    },
  },
} as const;

function contentOf(row: RouteRow, schema: string | null): Record<string, object> {
  return {
    [row.answers]: { schema: schema === null ? { type: 'object' } : { $ref: `#/components/schemas/${schema}` } },
  };
}

const PROBLEM_RESPONSE = { $ref: '#/components/responses/Problem' };

function schemaOf(path: string): string | null {
  if (path.endsWith('/items/:featureId')) return 'Feature';
  return path.endsWith('/items') || path.endsWith('.geojson') ? 'FeatureCollection' : null;
}

/** `/ogc/collections/kota/items` → `getOgcCollectionsKotaItems`. */
function operationId(path: string): string {
  const words = path.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '');
  return `get${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('') || 'Root'}`;
}

function operation(row: RouteRow, path: string, collection: Collection | null) {
  const items = row.path.endsWith('/items');
  const feature = row.path.endsWith('/:featureId');
  const filters = [...(collection?.properties ?? [])].map(([name, type]) => ({
    name,
    in: 'query',
    description: `Only features whose ${name} is exactly this.`,
    schema: { type },
    style: 'form',
    explode: false,
  }));
  return {
    get: {
      operationId: operationId(path),
      summary: collection === null ? row.summary : `${row.summary}: ${collection.id}`,
      tags: [path.startsWith('/ogc') ? 'OGC API - Features' : 'Files and page'],
      parameters: [
        ...(items ? [...Object.values(REF), ...filters] : []),
        ...(feature ? [{ name: 'featureId', in: 'path', required: true, schema: { type: 'string' } }] : []),
      ],
      responses: {
        '200': { description: row.summary, content: contentOf(row, schemaOf(row.path)) },
        '304': { description: 'The client already holds these bytes (If-None-Match).' },
        ...(items ? { '400': PROBLEM_RESPONSE } : {}),
        ...(feature ? { '404': PROBLEM_RESPONSE } : {}),
        default: PROBLEM_RESPONSE,
      },
    },
  };
}

/**
 * OpenAPI 3.0.3 of every public route, from the route table. A route of a collection appears once per collection,
 * with that collection's own properties as filters: that is how GIS clients find them. Paths are below `/ogc`,
 * the API's root; the others name their server.
 */
export function openapiDocument(collections: Iterable<Collection>, base: string, version: string) {
  const list = [...collections];
  const paths: Record<string, object> = {};
  for (const row of PUBLIC_ROUTES as readonly RouteRow[]) {
    const spread = row.path.includes(':collectionId') ? list : [null];
    for (const collection of spread) {
      const path = row.path.replace(':collectionId', collection?.id ?? '').replace(':featureId', '{featureId}');
      const inside = path.startsWith('/ogc');
      const item = operation(row, path, collection);
      paths[inside ? path.slice('/ogc'.length) || '/' : path] = inside ? item : { ...item, servers: [{ url: base }] };
    }
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Petarawan: OGC API - Features',
      description: 'Risk index of human trafficking by district, with its evidence. Not a number of incidents.',
      version,
      license: { name: 'ODbL-1.0 (places, roads), MIT (boundaries)' },
    },
    servers: [{ url: `${base}/ogc` }],
    tags: [{ name: 'OGC API - Features' }, { name: 'Files and page' }],
    paths,
    components: {
      parameters: PARAMETERS,
      schemas: SCHEMAS,
      responses: {
        Problem: {
          description: 'What is wrong (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}
