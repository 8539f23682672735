import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { hc } from 'hono/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { App } from '../../server/app.ts';
import { PUBLIC_ROUTES } from '../../server/routes/table.ts';
import { COLLECTION_IDS } from '../../server/services/collection.ts';
import { BASE, openTestApp, type TestApp } from './fixture/app.ts';
import { expectProblem } from './problem-shape.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

/** Every route of the table with real names in place of its parameters. */
const PATHS = PUBLIC_ROUTES.flatMap(({ path }) =>
  path.includes(':collectionId')
    ? COLLECTION_IDS.slice(0, 3).map((id) =>
        path
          .replace(':collectionId', id)
          .replace(':featureId', { kota: '99.01', kecamatan: '99.01.01', kelurahan: '99.01.01.1001' }[id as 'kota']),
      )
    : [path],
);
const CACHED = PATHS.filter((path) => path !== '/healthz');

describe('every route', () => {
  it.each(PATHS)('%s answers with the type that the table says, readable from anywhere', async (path) => {
    const response = await server.get(path);
    expect(response.status).toBe(200);
    const row = PUBLIC_ROUTES.find(({ path: pattern }) =>
      new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path),
    );
    expect(response.headers.get('content-type')).toBe(row?.answers);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('ETag');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(JSON.parse(await response.text())).toBeTypeOf('object');
  });

  it.each(PATHS)('%s answers HEAD with the headers of GET and no body', async (path) => {
    const [get, head] = [await server.get(path), await server.app.request(path, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
  });

  it.each(CACHED)('%s has a strong tag and answers 304 to it', async (path) => {
    const first = await server.get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const value of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await server.get(path, { 'If-None-Match': value });
      expect([again.status, await again.text()], value).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('vary')).toBe('Accept-Encoding');
      expect(again.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect((await server.get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  it.each(PATHS)('%s refuses to be written, and says what it takes', async (path) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await server.app.request(path, { method });
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      await expectProblem(response, 'method_not_allowed');
    }
  });

  it.each(PATHS)('%s allows a cross-origin read after a preflight', async (path) => {
    const response = await server.app.request(path, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://gis.example',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'if-none-match',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toContain('GET');
    expect(response.headers.get('access-control-allow-headers')).toContain('If-None-Match');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('codings', () => {
  it.each(['/kelurahan.geojson', '/ogc/collections/kelurahan/items?limit=10000', '/api/edition', '/'])(
    '%s is the same in br, gzip and plain, each with a tag of its own',
    async (path) => {
      const plain = await server.get(path);
      const br = await server.get(path, { 'Accept-Encoding': 'gzip, deflate, br' });
      const gzip = await server.get(path, { 'Accept-Encoding': 'br;q=0.1, gzip' });
      expect([plain, br, gzip].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'br', 'gzip']);
      expect(new Set([plain, br, gzip].map(({ headers }) => headers.get('etag'))).size).toBe(3);
      for (const { headers } of [plain, br, gzip]) expect(headers.get('vary')).toBe('Accept-Encoding');
      const text = await plain.text();
      expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(text);
      expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(text);
    },
  );

  it('a tag of one coding is no 304 for another', async () => {
    const br = await server.get('/kelurahan.geojson', { 'Accept-Encoding': 'br' });
    const etag = br.headers.get('etag') ?? '';
    expect((await server.get('/kelurahan.geojson', { 'If-None-Match': etag })).status).toBe(200);
    expect((await server.get('/kelurahan.geojson', { 'If-None-Match': etag, 'Accept-Encoding': 'br' })).status).toBe(
      304,
    );
  });
});

describe('security headers', () => {
  it('the page runs nothing from elsewhere and cannot be framed', async () => {
    const { headers } = await server.get('/');
    const csp = headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "worker-src 'self'",
      "connect-src 'self'",
      "font-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(csp.split('; ')).toContain(rule);
    }
    expect(csp).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('asks for HTTPS only where people come by HTTPS', async () => {
    expect((await server.get('/')).headers.get('strict-transport-security')).toMatch(/^max-age=\d+$/);
    const { makeHeaderSets } = await import('../../server/http/header-sets.ts');
    expect((await makeHeaderSets(false)).page['strict-transport-security']).toBeUndefined();
  });
});

describe('the page', () => {
  it.each(['/', '/data', '/data/'])('%s is the page, asked for anew each time', async (path) => {
    const response = await server.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const again = await server.get(path, { 'If-None-Match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each(['/peta', '/data/kecamatan', '/peta/'])('%s is no page: the page says so itself, with 404', async (path) => {
    const home = await server.get('/');
    const response = await server.get(path, { 'If-None-Match': home.headers.get('etag') ?? '' });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).toBe(await home.text());
    expect((await server.app.request(path, { method: 'HEAD' })).status).toBe(404);
    await expectProblem(await server.app.request(path, { method: 'POST' }), 'not_found');
  });

  it('a file with a hash in its name may be kept for a year', async () => {
    const response = await server.get('/assets/main-abc123.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await server.get('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml');
  });

  it.each([
    '/assets/gone-123.js',
    '/assets',
    '/assets/',
    '/api',
    '/api/',
    '/api/nothing',
    '/ogc/nothing',
    '/basemap/',
    '/basemap/sea.geojson',
    '/healthz/x',
    '/edition/abcd1234/kota.geojson',
    '//api',
    '//',
    '/.env',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/..%2findex.html',
    '/index.php',
    '/peta%00',
    '/Peta',
    '/kelurahan.geojson/',
    '/kelurahan.geojson%2f',
  ])('%s is a problem, never the page', async (path) => {
    const response = await server.get(path);
    if (response.status === 308) expect(response.headers.get('location')).toBe('/kelurahan.geojson');
    else await expectProblem(response, 'not_found');
  });

  it('a page is not to be posted to', async () => {
    await expectProblem(await server.app.request('/', { method: 'POST' }), 'method_not_allowed');
    await expectProblem(await server.app.request('/nothing.txt', { method: 'POST' }), 'not_found');
  });
});

describe('/kecamatan.geojson and /kelurahan.geojson', () => {
  it.each([
    ['kecamatan', 2],
    ['kelurahan', 3],
  ] as const)('%s are the features of the collection, with their credit', async (id, count) => {
    const schema = z.looseObject({
      type: z.literal('FeatureCollection'),
      attribution: z.string(),
      features: z.array(z.unknown()),
    });
    const file = schema.parse(await (await server.get(`/${id}.geojson`)).json());
    const items = z
      .looseObject({ features: z.array(z.unknown()) })
      .parse(await (await server.get(`/ogc/collections/${id}/items`)).json());
    expect(file.features).toEqual(items.features);
    expect(file.features).toHaveLength(count);
    expect(file.attribution).toContain('OpenStreetMap');
    expect(file).not.toHaveProperty('links');
  });
});

describe('/api/edition', () => {
  it('gives edition, method, areas, context, population, quality, contact and credits to the typed client', async () => {
    const client = hc<App>(BASE, { fetch: server.app.request as typeof fetch });
    const answer = await (await client.api.edition.$get()).json();
    expect(answer.edition).toMatchObject({
      id: 'abcd1234',
      status: 'initial_unapproved',
      asOf: '2026-11-24',
      method: { version: 'v1' },
    });
    expect(answer.areas.map(({ code }) => code)).toContain('99.01.02.1001');
    expect(answer.population).toEqual([
      { code: '99.01', year: 2024, period: '2024', population: 1000, statedTotal: null, source: 'x' },
    ]);
    expect(answer.cityContext[0]?.evidenceIds).toEqual(['EV004']);
    expect(answer.quality).toEqual({ undated: 1 });
    expect(answer.contact).toEqual({ href: 'mailto:peta@example.go.id', label: 'peta@example.go.id' });
    expect(answer.credits.map(({ licence }) => licence)).toContain('ODbL-1.0');
  });

  it('leaves out a help line that is not yet checked', async () => {
    const { helplines } = z
      .looseObject({ helplines: z.array(z.looseObject({ print: z.string() })) })
      .parse(await (await server.get('/api/edition')).json());
    expect(helplines.map(({ print }) => print)).toEqual(['yes']);
  });
});

describe('/api/training/incidents', () => {
  it('places a child’s case, or one that does not say, no finer than H3 r8, and gives no day and no number', async () => {
    const client = hc<App>(BASE, { fetch: server.app.request as typeof fetch });
    const answer = await (await client.api.training.incidents.$get()).json();
    expect([answer.training, answer.stamp]).toEqual([true, 'DATA LATIHAN']);
    const points = answer.incidents.map(({ id, places }) => [id, places[0]?.point, places[0]?.h3]);
    expect(points).toEqual([
      ['T1', null, '886a1d2a1bfffff'],
      ['T2', null, '886a1d2a1bfffff'],
      ['T3', [10.5, 0.5], '886a1d2a1bfffff'],
    ]);
    for (const { day, lpNumberHash } of answer.incidents) expect([day, lpNumberHash]).toEqual([null, null]);
  });
});

describe('/healthz', () => {
  it('says which edition is on show, and fails as a problem when the store does not answer', async () => {
    const own = await openTestApp();
    expect(await (await own.get('/healthz')).json()).toEqual({ status: 'ok', edition: 'abcd1234' });
    await own.close();
    await expectProblem(await own.get('/healthz'), 'internal_error');
  });
});

describe('a fault of the server', () => {
  it('is a problem without its inside', async () => {
    const env = {
      get incoming(): never {
        throw new Error('secret');
      },
    };
    const response = await server.app.request('/ogc/collections/kota/items', {}, env);
    expect(await response.clone().text()).not.toContain('secret');
    await expectProblem(response, 'internal_error');
  });
});
