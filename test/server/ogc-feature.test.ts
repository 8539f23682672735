import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { BASE, openTestApp, type TestApp } from './fixture/app.ts';
import { expectProblem } from './problem-shape.ts';

const link = z.looseObject({ href: z.string(), rel: z.string() });

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

const hrefOf = (links: readonly z.infer<typeof link>[], rel: string) => links.find((one) => one.rel === rel)?.href;

describe('/ogc/collections/{id}/items/{fid}', () => {
  it('gives one feature with its links', async () => {
    const response = await server.get('/ogc/collections/kecamatan/items/99.01.02');
    expect(response.headers.get('content-type')).toBe('application/geo+json');
    const body = z.looseObject({ id: z.string(), links: z.array(link) }).parse(await response.json());
    expect(body.id).toBe('99.01.02');
    expect(hrefOf(body.links, 'self')).toBe(`${BASE}/ogc/collections/kecamatan/items/99.01.02`);
    expect(hrefOf(body.links, 'collection')).toBe(`${BASE}/ogc/collections/kecamatan`);
  });

  it.each(['99.01.99', '__proto__', '%2e%2e%2f', '9'.repeat(500)])('%s is a 404 problem', async (fid) => {
    await expectProblem(await server.get(`/ogc/collections/kecamatan/items/${fid}`), 'unknown_feature');
  });
});
