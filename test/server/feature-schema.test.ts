import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { COLLECTION_IDS } from '../../server/services/collection.ts';
import { propertyTypes } from '../../server/services/property-types.ts';
import { BASE, openTestApp, type TestApp } from './fixture/app.ts';
import { expectProblem } from './problem-shape.ts';

const typed = z.looseObject({ type: z.enum(['string', 'number', 'boolean']) });
const schemaDocument = z.looseObject({
  $id: z.string(),
  properties: z.looseObject({ properties: z.looseObject({ properties: z.record(z.string(), typed) }) }),
});
const described = z.looseObject({
  links: z.array(z.looseObject({ rel: z.string(), type: z.string(), href: z.string() })),
});
const page = z.looseObject({ features: z.array(z.looseObject({ properties: z.record(z.string(), z.unknown()) })) });

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

async function typesOf(id: string): Promise<Readonly<Record<string, string>>> {
  const document = schemaDocument.parse(await (await server.get(`/ogc/collections/${id}/schema`)).json());
  expect(document.$id).toBe(`${BASE}/ogc/collections/${id}/schema`);
  const { properties } = document.properties.properties;
  return Object.fromEntries(Object.entries(properties).map(([name, { type }]) => [name, type]));
}

describe('/ogc/collections/{id}/schema', () => {
  it.each(COLLECTION_IDS)('%s: the collection, alone and in the list, names it as GDAL looks for it', async (id) => {
    const link = { rel: 'describedBy', type: 'application/schema+json', href: `${BASE}/ogc/collections/${id}/schema` };
    const alone = described.parse(await (await server.get(`/ogc/collections/${id}`)).json());
    expect(alone.links).toContainEqual(expect.objectContaining(link));
    const list = z
      .looseObject({ collections: z.array(described) })
      .parse(await (await server.get('/ogc/collections')).json());
    expect(list.collections[COLLECTION_IDS.indexOf(id)]?.links).toContainEqual(expect.objectContaining(link));
  });

  it.each(COLLECTION_IDS)('%s: every value in it is null or of the type that is told', async (id) => {
    const types = await typesOf(id);
    const { features } = page.parse(await (await server.get(`/ogc/collections/${id}/items?limit=100`)).json());
    for (const { properties } of features) {
      expect(Object.keys(types)).toEqual(expect.arrayContaining(Object.keys(properties)));
      for (const [name, value] of Object.entries(properties)) {
        if (value !== null) expect(typeof value, name).toBe(types[name]);
      }
    }
  });

  it('evidence: dates are texts, measurements are numbers', async () => {
    expect(await typesOf('evidence')).toMatchObject({
      source_date: 'string',
      measured_value: 'number',
      goal_low: 'number',
      goal_high: 'number',
      unit: 'string',
    });
  });

  it('an unknown collection, an unknown parameter', async () => {
    await expectProblem(await server.get('/ogc/collections/nothing/schema'), 'unknown_collection');
    await expectProblem(await server.get('/ogc/collections/kota/schema?f=json'), 'unknown_parameter', 'f');
  });
});

describe('propertyTypes', () => {
  it('looks at every feature, not at the first', () => {
    expect([...propertyTypes([{ a: null, b: 1 }, { a: 0.75, b: null }, { c: true }])]).toEqual([
      ['a', 'number'],
      ['b', 'number'],
      ['c', 'boolean'],
    ]);
  });

  it.each(['measured_value', 'goal_low', 'score_point', 'trade_high', 'rank_low', 'bound_high', 'population_year'])(
    '%s is a number though no feature has one',
    (name) => {
      expect(propertyTypes([{ [name]: null }]).get(name)).toBe('number');
    },
  );

  it.each(['class_low', 'class_high', 'source_date', 'population_source', 'trade_grade', 'name'])(
    '%s is a text though no feature has one',
    (name) => {
      expect(propertyTypes([{ [name]: null }]).get(name)).toBe('string');
    },
  );

  it('a property of two minds is a text', () => {
    expect(propertyTypes([{ a: 1 }, { a: 'x' }, { a: 2 }]).get('a')).toBe('string');
  });
});
