import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PUBLIC_ROUTES } from '../../server/routes/table.ts';
import { COLLECTION_IDS } from '../../server/services/collection.ts';
import { BASE, openTestApp, type TestApp } from './fixture/app.ts';

/** The parts of the OpenAPI 3.0.3 schema that this document uses, strictly: an unknown member is a fault. */
const reference = z.strictObject({
  $ref: z.string().check(z.regex(/^#\/components\/(schemas|parameters|responses)\/\w+$/)),
});
type Schema = { [key: string]: unknown };
const schema: z.ZodMiniType<Schema> = z.lazy(() =>
  z.union([
    reference,
    z.strictObject({
      type: z.optional(z.enum(['object', 'array', 'string', 'number', 'integer', 'boolean'])),
      nullable: z.optional(z.boolean()),
      format: z.optional(z.string()),
      enum: z.optional(z.array(z.string()).check(z.minLength(1))),
      default: z.optional(z.union([z.string(), z.number()])),
      minimum: z.optional(z.number()),
      maximum: z.optional(z.number()),
      minItems: z.optional(z.int()),
      maxItems: z.optional(z.int()),
      required: z.optional(z.array(z.string()).check(z.minLength(1))),
      properties: z.optional(z.record(z.string(), schema)),
      items: z.optional(schema),
      oneOf: z.optional(z.array(schema)),
    }),
  ]),
);
const parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['query', 'path']),
  description: z.optional(z.string()),
  required: z.optional(z.boolean()),
  schema,
  style: z.optional(z.literal('form')),
  explode: z.optional(z.boolean()),
});
const content = z.record(z.string().check(z.regex(/^[\w.+-]+\/[\w.+-]+(;.*)?$/)), z.strictObject({ schema }));
const response = z.strictObject({ description: z.string().check(z.minLength(1)), content: z.optional(content) });
const operation = z.strictObject({
  operationId: z.string().check(z.regex(/^[a-zA-Z]\w*$/)),
  summary: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(z.union([reference, parameter])),
  responses: z.record(z.string().check(z.regex(/^([1-5]\d\d|default)$/)), z.union([reference, response])),
});
const documentSchema = z.strictObject({
  openapi: z.literal('3.0.3'),
  info: z.strictObject({
    title: z.string(),
    description: z.string(),
    version: z.string(),
    license: z.strictObject({ name: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().check(z.regex(/^\//)),
    z.strictObject({ servers: z.optional(z.array(z.strictObject({ url: z.url() }))), get: operation }),
  ),
  components: z.strictObject({
    parameters: z.record(z.string(), parameter),
    schemas: z.record(z.string(), schema),
    responses: z.record(z.string(), response),
  }),
});

let server: TestApp;
let text: string;
let document: z.infer<typeof documentSchema>;
beforeAll(async () => {
  server = await openTestApp();
  const answer = await server.get('/ogc/api');
  expect(answer.headers.get('content-type')).toBe('application/vnd.oai.openapi+json;version=3.0');
  text = await answer.text();
  document = documentSchema.parse(JSON.parse(text));
});
afterAll(() => server.close());

describe('/ogc/api', () => {
  it('refers only to what it defines', () => {
    const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    for (const [, part = '', name = ''] of references) {
      expect(Object.keys(document.components[part as 'schemas']), `${part}/${name}`).toContain(name);
    }
  });

  it('operation ids are unique, path parameters are declared and required, names do not repeat', () => {
    const operations = Object.entries(document.paths);
    const operationIds = operations.map(([, { get }]) => get.operationId);
    expect(new Set(operationIds).size).toBe(operationIds.length);
    for (const [path, { get }] of operations) {
      const own = get.parameters.flatMap((one) => ('name' in one ? [one] : []));
      const inPath = own.filter((one) => one.in === 'path');
      expect(
        inPath.map(({ name }) => `{${name}}`),
        path,
      ).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required === true)).toBe(true);
      expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
      expect(get.tags.every((tag) => document.tags.some(({ name }) => name === tag))).toBe(true);
      expect(Object.keys(get.responses)).toContain('200');
    }
  });

  it('describes every public route, each collection by name, at an address that answers', async () => {
    const described = Object.keys(document.paths);
    for (const { path } of PUBLIC_ROUTES) {
      const inside = path.startsWith('/ogc') ? path.slice(4) || '/' : path;
      const wanted = inside.includes(':collectionId')
        ? COLLECTION_IDS.map((id) => inside.replace(':collectionId', id))
        : [inside];
      for (const one of wanted) expect(described).toContain(one.replace(':featureId', '{featureId}'));
    }
    for (const [path, { servers }] of Object.entries(document.paths)) {
      if (path.includes('{')) continue;
      const root = (servers ?? document.servers)[0]?.url ?? '';
      expect((await server.get(`${root}${path}`.slice(BASE.length).replace(/(?<=.)\/$/, ''))).status, path).toBe(200);
    }
  });

  it('lists the filters of a collection, and the server takes every one of them', async () => {
    const own = document.paths['/collections/kecamatan/items']?.get.parameters ?? [];
    const filters = own.flatMap((one) => ('name' in one ? [one.name] : []));
    expect(filters).toEqual(expect.arrayContaining(['code', 'name', 'class', 'score_point']));
    for (const name of filters) {
      expect((await server.get(`/ogc/collections/kecamatan/items?${name}=x`)).status, name).toBe(200);
    }
  });

  it('tells the limits that the server keeps', () => {
    expect(document.components.parameters.limit?.schema).toEqual({
      type: 'integer',
      minimum: 1,
      maximum: 10000,
      default: 10,
    });
  });
});
