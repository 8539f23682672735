import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseItemsQuery } from '../../server/routes/items-query.ts';
import { COLLECTION_IDS, makeCollection } from '../../server/services/collection.ts';
import { BASE, openTestApp, type TestApp } from './fixture/app.ts';
import { expectProblem } from './problem-shape.ts';

const link = z.looseObject({ href: z.string(), rel: z.string(), type: z.string() });
const pageSchema = z.object({
  type: z.literal('FeatureCollection'),
  numberMatched: z.int(),
  numberReturned: z.int(),
  timeStamp: z.literal('2026-11-24T00:00:00Z'),
  links: z.array(link),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string(),
      properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      geometry: z.nullable(z.looseObject({ type: z.string() })),
    }),
  ),
});
const holder = z.looseObject({
  links: z.optional(z.array(link)),
  collections: z.optional(z.array(z.looseObject({ links: z.array(link) }))),
});
const linked = z.looseObject({ links: z.array(link) });

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

async function page(path: string) {
  const response = await server.get(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/geo+json');
  return pageSchema.parse(await response.json());
}
const items = (collection: string, query = '') => page(`/ogc/collections/${collection}/items${query}`);
const ids = async (collection: string, query: string) => (await items(collection, query)).features.map(({ id }) => id);
const hrefOf = (links: readonly z.infer<typeof link>[], rel: string) => links.find((one) => one.rel === rel)?.href;

describe('/ogc', () => {
  it('links to all that a client needs, from BASE_URL', async () => {
    const { links } = linked.parse(await (await server.get('/ogc')).json());
    expect(hrefOf(links, 'self')).toBe(`${BASE}/ogc`);
    expect(hrefOf(links, 'service-desc')).toBe(`${BASE}/ogc/api`);
    expect(hrefOf(links, 'conformance')).toBe(`${BASE}/ogc/conformance`);
    expect(hrefOf(links, 'data')).toBe(`${BASE}/ogc/collections`);
  });

  it('every link inside the server leads to an answer of the type it says', async () => {
    const seen = new Set<string>();
    const queue = [`${BASE}/ogc`];
    while (queue.length > 0) {
      const href = queue.pop() ?? '';
      if (seen.has(href)) continue;
      seen.add(href);
      const response = await server.get(href.slice(BASE.length));
      expect(response.status, href).toBe(200);
      if (!(response.headers.get('content-type') ?? '').includes('json')) continue;
      const body = holder.parse(await response.json());
      const found = [body, ...(body.collections ?? [])].flatMap(({ links }) => links ?? []);
      for (const { href: next, type } of found) {
        const target = await server.get(next.slice(BASE.length));
        expect(target.headers.get('content-type'), next).toContain(type);
        queue.push(next);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
  });

  it.each([
    '/ogc',
    '/ogc/conformance',
    '/ogc/api',
    '/ogc/collections',
    '/ogc/collections/kecamatan',
    '/ogc/collections/kota/items/99.01',
  ])('%s refuses a parameter it does not know', async (path) => {
    await expectProblem(await server.get(`${path}?crs=1`), 'unknown_parameter', 'crs');
  });
});

describe('/ogc/conformance', () => {
  it('declares core, geojson and oas30', async () => {
    const { conformsTo } = z
      .object({ conformsTo: z.array(z.string()) })
      .parse(await (await server.get('/ogc/conformance')).json());
    expect(conformsTo.map((uri) => uri.split('/conf/')[1])).toEqual(['core', 'geojson', 'oas30']);
  });
});

describe('/ogc/collections', () => {
  it('lists the six, each with extent, CRS84 and links', async () => {
    const body = z
      .object({
        links: z.array(link),
        collections: z.array(z.looseObject({ id: z.string(), crs: z.array(z.string()), links: z.array(link) })),
      })
      .parse(await (await server.get('/ogc/collections')).json());
    expect(body.collections.map(({ id }) => id)).toEqual([...COLLECTION_IDS]);
    for (const { id, links } of body.collections)
      expect(hrefOf(links, 'items')).toBe(`${BASE}/ogc/collections/${id}/items`);
    expect(hrefOf(body.links, 'self')).toBe(`${BASE}/ogc/collections`);
  });

  it('kecamatan says where it lies', async () => {
    const body = z
      .looseObject({ extent: z.unknown() })
      .parse(await (await server.get('/ogc/collections/kecamatan')).json());
    expect(body.extent).toEqual({
      spatial: { bbox: [[10, 0, 12, 1]], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' },
    });
  });

  it.each([
    '/ogc/collections/kabupaten',
    '/ogc/collections/kabupaten/items',
    '/ogc/collections/__proto__/items',
    '/ogc/collections/kabupaten/items/1',
  ])('%s is a 404 problem', async (path) => {
    await expectProblem(await server.get(path), 'unknown_collection');
  });
});

describe('/ogc/collections/{id}/items', () => {
  it('gives ten unless asked for more, and says how many there are', async () => {
    const { numberMatched, numberReturned, features } = await items('places');
    expect([numberMatched, numberReturned, features.length]).toEqual([25, 10, 10]);
  });

  it('pages from the first to the last by its own next links, each feature once', async () => {
    const seen: string[] = [];
    let next: string | undefined = `${BASE}/ogc/collections/places/items?limit=7&category=hotel`;
    let last: z.infer<typeof pageSchema> | undefined;
    while (next !== undefined) {
      last = await page(next.slice(BASE.length));
      seen.push(...last.features.map(({ id }) => id));
      next = hrefOf(last.links, 'next');
    }
    expect(seen).toEqual([
      'place-1',
      'place-4',
      'place-7',
      'place-10',
      'place-13',
      'place-16',
      'place-19',
      'place-22',
      'place-25',
    ]);
    expect(hrefOf(last?.links ?? [], 'prev')).toBe(`${BASE}/ogc/collections/places/items?limit=7&category=hotel`);
    expect(hrefOf(last?.links ?? [], 'self')).toContain('offset=7');
  });

  it('clamps a limit above the maximum', async () => {
    expect((await items('places', '?limit=99999999')).numberReturned).toBe(25);
    const places = makeCollection('places', [], false);
    expect(parseItemsQuery(new URLSearchParams('limit=99999999'), places)).toMatchObject({ query: { limit: 10_000 } });
  });

  it.each([16, 20, 400])('clamps a limit of %i digits; an offset of as many is beyond the end', async (digits) => {
    const many = '9'.repeat(digits);
    expect((await items('places', `?limit=${many}`)).numberReturned).toBe(25);
    const { numberMatched, features, links } = await items('places', `?offset=${many}`);
    expect([numberMatched, features.length, hrefOf(links, 'next')]).toEqual([25, 0, undefined]);
    expect(hrefOf(links, 'prev')).toBe(`${BASE}/ogc/collections/places/items?offset=15`);
  });

  it('the page’s own request and a limit one lower give the same features', async () => {
    const whole = await items('kelurahan', '?limit=10000');
    const assembled = await items('kelurahan', '?limit=9999');
    expect(whole.features).toEqual(assembled.features);
    expect(whole.numberReturned).toBe(3);
  });

  it('offset beyond the end is an empty page', async () => {
    const { numberMatched, features, links } = await items('places', '?offset=100');
    expect([numberMatched, features.length, hrefOf(links, 'next')]).toEqual([25, 0, undefined]);
  });

  it.each([
    ['10,0,10.25,1', ['place-1', 'place-2', 'place-3', 'place-4']],
    ['10,0,-5,10.1,1,5', ['place-1', 'place-2']],
    ['-180,-90,180,90', Array.from({ length: 10 }, (_, i) => `place-${i + 1}`)],
    ['11.9,0,10.01,1', ['place-1', 'place-25']],
    ['50,50,51,51', []],
  ])('bbox=%s', async (bbox, expected) => {
    expect(await ids('places', `?bbox=${bbox}`)).toEqual(expected);
  });

  it('bbox looks at the geometry, not at its box', async () => {
    expect(await ids('kecamatan', '?bbox=11.5,0.4,11.6,0.6')).toEqual([]);
    expect(await ids('kecamatan', '?bbox=11.05,0.4,11.1,0.6')).toEqual(['99.01.02']);
    expect(await ids('kecamatan', '?bbox=10.4,0.4,10.6,0.6')).toEqual(['99.01.01']);
    expect(await ids('roads', '?bbox=10,0,10.1,0.05')).toEqual(['road-001']);
    expect(await ids('roads', '?bbox=12.5,1.9,13,2.1')).toEqual([]);
  });

  it('bbox selects evidence by its area; the city’s rows come along', async () => {
    expect(await ids('evidence', '?bbox=10.1,0.1,10.2,0.2')).toEqual(['EV001', 'EV004']);
    expect((await items('evidence', '?limit=1')).features[0]).toMatchObject({
      geometry: null,
      properties: { area_code: '99.01.01' },
    });
  });

  it.each([
    ['2025-11-12T08:00:00Z', ['EV001', 'EV003']],
    ['2024-06-01', ['EV002', 'EV003']],
    ['2025-01-01/..', ['EV001', 'EV003', 'EV004']],
    ['/2024-12-31', ['EV002', 'EV003']],
    ['2024-12-31T23:00:00Z/2025-11-12T00:00:00+00:00', ['EV001', 'EV002', 'EV003']],
    ['2030-01-01/2031-01-01', ['EV003']],
  ])('datetime=%s filters evidence; undated rows always match', async (datetime, expected) => {
    expect(await ids('evidence', `?datetime=${encodeURIComponent(datetime)}`)).toEqual(expected);
  });

  it('datetime filters nothing but evidence', async () => {
    expect((await items('kecamatan', '?datetime=1999-01-01')).numberMatched).toBe(2);
  });

  it('a property filters by its exact name and value; null equals nothing', async () => {
    expect(await ids('kecamatan', '?class=high')).toEqual(['99.01.01']);
    expect(await ids('kecamatan', '?score_point=7.50')).toEqual(['99.01.01']);
    expect(await ids('kecamatan', '?score_point=')).toEqual([]);
    expect(await ids('kecamatan', '?score_point=null')).toEqual([]);
    expect(await ids('kecamatan', '?class=High')).toEqual([]);
    expect(await ids('places', '?name=null')).toEqual([]);
    expect(await ids('evidence', '?factor=trade&grade=B')).toEqual(['EV001', 'EV002']);
    expect(await ids('places', '?category=hotel&bbox=10,0,10.3,1')).toEqual(['place-1', 'place-4']);
  });

  it('evidence is flat, with its measurement', async () => {
    const { features } = await items('evidence', '?id=EV004');
    expect(features[0]?.properties).toMatchObject({
      measured_value: 3,
      goal_low: 0,
      goal_high: 10,
      unit: 'per km2',
      source_date: '2026-01',
    });
  });

  it.each([
    ['limit', ['0', '-1', 'ten', '1.5', '', '1e3', '0'.repeat(20), '1'.repeat(20).concat('x')]],
    ['offset', ['-1', 'x', '1.5', '']],
    [
      'bbox',
      ['', '1,2,3', '1,2,3,x', '0,5,1,4', '200,0,201,1', '0,-91,1,1', '1,2,3,4,5', '1,2,3,4,5,6,7', 'NaN,0,1,1'],
    ],
    [
      'datetime',
      [
        '',
        'today',
        '2025-13-01',
        '2025-02-30',
        '2025-01-01/2024-01-01',
        '../..',
        '2025-01-01/2025-02-01/2025-03-01',
        '2025-01-01T25:00:00Z',
      ],
    ],
  ])('a bad %s is a 400 that names it', async (name, values) => {
    for (const value of values) {
      const response = await server.get(`/ogc/collections/evidence/items?${name}=${encodeURIComponent(value)}`);
      expect(response.status, value).toBe(400);
      await expectProblem(response, 'invalid_parameter', name);
    }
  });

  it('an unknown parameter is a 400 that names it; so is a name that every object has', async () => {
    await expectProblem(await server.get('/ogc/collections/places/items?colour=red'), 'unknown_parameter', 'colour');
    await expectProblem(
      await server.get('/ogc/collections/places/items?constructor=1'),
      'unknown_parameter',
      'constructor',
    );
    await expectProblem(await server.get('/ogc/collections/places/items?Limit=1'), 'unknown_parameter', 'Limit');
    await expectProblem(
      await server.get('/ogc/collections/places/items?limit=1&limit=2'),
      'repeated_parameter',
      'limit',
    );
  });
});
