import { describe, expect, it } from 'vitest';
import { SERVED_BY_SERVER } from '../../scripts/served-by-server.mjs';
import { ROUTES } from '../../server/routes/table.ts';

const pattern = new RegExp(SERVED_BY_SERVER);

describe('in development', () => {
  it.each(ROUTES.map(({ path }) => path))('the server answers %s', (path) => {
    expect(pattern.test(path)).toBe(true);
    expect(pattern.test(`${path}?f=json`)).toBe(true);
  });
  it.each(['/', '/api.ts', '/main.tsx', '/map/map.tsx', '/favicon.svg', '/@vite/client'])('vite answers %s', (path) => {
    expect(pattern.test(path)).toBe(false);
  });
});
