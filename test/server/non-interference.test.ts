import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../domain/incident.ts';
import type { App } from '../../server/app.ts';
import { INTERNAL_ROUTES, PUBLIC_ROUTES, ROUTES } from '../../server/routes/table.ts';
import { COLLECTION_IDS } from '../../server/services/collection.ts';
import type { Write } from '../../server/store/contract/incident-store.ts';
import { incidentRecord } from '../domain/incident-arbitrary.ts';
import { BASE, openTestApp, type TestApp } from './fixture/app.ts';
import { signInAs } from './fixture/sign-in.ts';

/**
 * DESIGN law 5, METHODS §6: adding, moving or deleting any incident leaves every byte unchanged that the public or a
 * trainer can have.
 */
const WRITE: Write = {
  at: '2026-11-24T00:00:00Z',
  audit: { userId: 'u', role: 'satgas', action: 'incident_created', subject: null, detail: {}, ip: null },
};
const AREA_OF = {
  kota: '99.01',
  kecamatan: '99.01.01',
  kelurahan: '99.01.01.1001',
  places: 'place-1',
  roads: 'road-001',
  evidence: 'EV001',
};
const ITEMS = ['?limit=10000', '?bbox=9,-1,13,3', '?limit=2&offset=1', '?class=high', '?datetime=2025-01-01/..'];

const PUBLIC_PATHS = PUBLIC_ROUTES.flatMap(({ path }) =>
  path.includes(':collectionId')
    ? COLLECTION_IDS.flatMap((id) => {
        const plain = path.replace(':collectionId', id).replace(':featureId', AREA_OF[id]);
        return path.endsWith('/items') ? [plain, ...ITEMS.map((query) => plain + query)] : [plain];
      })
    : [path],
);
const FILES = [
  '/',
  '/data',
  '/incidents',
  '/import',
  '/admin',
  '/sign-in',
  '/nothing-here',
  '/favicon.svg',
  '/assets/main-abc123.js',
  '/assets/none.js',
];
/** What a stranger gets where nothing is for strangers. */
const INTERNAL = INTERNAL_ROUTES.filter(({ path }) => !path.includes('oidc')).map(({ method, path }) => ({
  method,
  path: path.replace(/:\w+/g, '1'),
}));
const ENCODINGS = ['identity', 'gzip', 'br'];

async function digestOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = [...response.headers].filter(([name]) => name !== 'set-cookie').sort();
  return `${response.status} ${createHash('sha256').update(JSON.stringify(headers)).update(bytes).digest('hex')}`;
}

/** Every answer that somebody with these headers can have, by what was asked. */
async function everythingFor(
  app: App,
  headers: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const path of [...PUBLIC_PATHS, ...FILES]) {
    for (const encoding of ENCODINGS) {
      const given = { ...headers, 'accept-encoding': encoding };
      const response = await app.request(path, { headers: given });
      const etag = response.headers.get('etag');
      answers.set(`${encoding} ${path}`, await digestOf(response));
      if (etag === null) continue;
      const again = await app.request(path, { headers: { ...given, 'if-none-match': etag } });
      answers.set(`304 ${encoding} ${path}`, await digestOf(again));
    }
  }
  for (const { method, path } of INTERNAL) {
    if (method !== 'GET') continue;
    answers.set(`${method} ${path}`, await digestOf(await app.request(path, { method, headers })));
  }
  return answers;
}

function incidents(count: number, seed: number): readonly Incident[] {
  return fc.sample(incidentRecord, { numRuns: count, seed }).map((incident) => ({
    ...incident,
    places: incident.places.map((place) => ({ ...place, areaCode: place.areaCode === null ? null : '99.01.01.1001' })),
  }));
}

let server: TestApp;
let readers: readonly (readonly [string, Readonly<Record<string, string>>])[];
let before: readonly ReadonlyMap<string, string>[];

async function look(): Promise<readonly ReadonlyMap<string, string>[]> {
  const app = await server.restart();
  const all: ReadonlyMap<string, string>[] = [];
  for (const [, headers] of readers) all.push(await everythingFor(app, headers));
  return all;
}

beforeAll(async () => {
  server = await openTestApp();
  const trainer = await signInAs(server, 'trainer');
  readers = [
    ['public', {}],
    ['trainer', { cookie: trainer.cookie, origin: BASE }],
  ];
  before = await look();
});
afterAll(() => server.close());

describe('what the public and a trainer get does not depend on any incident', () => {
  it('looks at every route of the server', () => {
    const asked = new Set([...(before[0]?.keys() ?? [])].map((key) => key.replace(/^.* /, '')));
    const reads = ROUTES.filter(({ method, path }) => method === 'GET' && !path.includes('oidc'));
    const missing = reads.filter(({ path }) => {
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/?]+')}(\\?.*)?$`);
      return ![...asked].some((key) => pattern.test(key));
    });
    expect(missing).toEqual([]);
    expect(asked.size).toBeGreaterThan(50);
  });

  it.each([1, 2, 1000])('with %i incidents', async (count) => {
    for (const incident of incidents(count, count)) await server.store.incidents.create(incident, WRITE);
    expect(await look()).toEqual(before);
  });

  it('with incidents moved', async () => {
    const { records } = await server.store.incidents.list({
      role: null,
      source: null,
      platform: null,
      stage: null,
      fromMonth: null,
      toMonth: null,
      limit: 200,
      after: null,
      deleted: false,
    });
    expect(records.length).toBeGreaterThan(50);
    for (const { incident, version } of records) {
      const places = incident.places.map((place) => ({ ...place, areaCode: place.areaCode && '99.01.02.1001' }));
      await server.store.incidents.change(incident.id, version, { ...incident, places }, WRITE);
    }
    expect(await look()).toEqual(before);
  });

  it('with incidents deleted', async () => {
    const query = { role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null };
    const { records } = await server.store.incidents.list({ ...query, limit: 200, after: null, deleted: false });
    for (const { incident, version } of records) await server.store.incidents.remove(incident.id, version, WRITE);
    const rest = await server.store.incidents.list({ ...query, limit: 200, after: null, deleted: true });
    expect(rest.records.length).toBeGreaterThan(50);
    expect(await look()).toEqual(before);
  });
});

describe('the comparison can fail', () => {
  it('a changed byte of a public document is seen', async () => {
    const [first] = before;
    const changed = await everythingFor(
      {
        request: async (path: string, init: RequestInit) => {
          const response = await server.app.request(path, init);
          return path === '/api/edition' && response.status === 200 ? new Response('{}') : response;
        },
      } as unknown as App,
      {},
    );
    expect(changed).not.toEqual(first);
  });
});
