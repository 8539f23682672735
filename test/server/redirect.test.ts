import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './fixture/app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
});
afterAll(() => server.close());

describe('a slash too many', () => {
  it('leads to the address without it', async () => {
    const response = await server.get('/ogc/');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/ogc']);
  });

  it.each([
    ['/ogc/collections/?f=json', '/ogc/collections?f=json'],
    ['/ogc/collections/places/items/?limit=3&name=a%20b%26c', '/ogc/collections/places/items?limit=3&name=a%20b%26c'],
    ['/ogc/collections/%E4%B8%AD/', '/ogc/collections/%E4%B8%AD'],
  ])('%s leads to %s', async (path, expected) => {
    const response = await server.get(path);
    expect([response.status, response.headers.get('location')]).toEqual([308, expected]);
  });
});
