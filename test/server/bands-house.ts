import { expect } from 'vitest';
import type { Incident, PlaceRole } from '../../domain/incident.ts';
import { bandYears } from '../../domain/privacy/band-years.ts';
import type { Store } from '../../server/store/store.ts';
import { BASE, openTestApp, type TestApp } from './fixture/app.ts';
import { signInAs, type TestSession } from './fixture/sign-in.ts';
import { CHANGE, CREATE, DELETE } from './store/incident-acts.ts';

/** The two kecamatan of the made-up city. */
export const [WEST, EAST] = ['99.01.01', '99.01.02'];
export const AREAS = [WEST, EAST] as const;
export const ROLE: PlaceRole = 'exploitation';
export const PATH = `/api/bands?role=${ROLE}`;
export const YEARS = bandYears(2026);

function incidentIn(areaCode: string, year: number, role: PlaceRole = ROLE): Incident {
  return {
    id: '',
    training: false,
    month: `${year}-03`,
    day: null,
    acts: ['recruit'],
    means: [],
    purposes: ['sexual_exploitation'],
    source: 'lp_b',
    stage: 'lp',
    platforms: [],
    places: [{ role, precision: 'kecamatan', areaCode, h3: null, point: null }],
    victims: '1',
    suspects: '1',
    childInvolved: 'no',
    lpNumberHash: null,
  };
}

export interface House {
  readonly server: TestApp;
  readonly planner: TestSession;
  readonly satgas: TestSession;
  readonly add: (areaCode: string, year: number, role?: PlaceRole) => Promise<string>;
  readonly move: (id: string, areaCode: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** By hand, by the Satgas, a day later. */
  readonly release: (reason?: string) => Promise<Response>;
  readonly setClock: (text: string) => void;
}

/** Hardly ever over: the clock of these tests runs through days and quarters. */
const LONG = { idleMinutes: 1e6, maxHours: 1e5 };
const DAY_MS = 24 * 3_600_000;

export function post({ server }: Pick<House, 'server'>, session: TestSession, body: unknown): Promise<Response> {
  const headers = { ...session.headers, origin: BASE, 'content-type': 'application/json' };
  return Promise.resolve(
    server.app.request('/api/bands/release', { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}

const open: TestApp[] = [];

export async function house(store?: Store): Promise<House> {
  // A day a step from here stays in the quarter.
  let at = new Date('2026-07-01T00:00:00Z');
  const options = { now: () => at, accountSettings: { sessionLimits: LONG } };
  const server = await openTestApp(store === undefined ? options : { ...options, store });
  open.push(server);
  const { incidents } = server.store;
  const versionOf = async (id: string) => (await incidents.get(id))?.version ?? 0;
  const satgas = await signInAs(server, 'satgas');
  return {
    server,
    planner: await signInAs(server, 'planner'),
    satgas,
    release: (reason = 'data_correction') => {
      at = new Date(at.getTime() + DAY_MS);
      return post({ server }, satgas, { role: ROLE, reason });
    },
    setClock: (text) => {
      at = new Date(text);
    },
    add: async (areaCode, year, role) => (await incidents.create(incidentIn(areaCode, year, role), CREATE)).incident.id,
    move: async (id, areaCode) => {
      const record = await incidents.get(id);
      if (record === null) throw new Error(id);
      const places = record.incident.places.map((place) => ({ ...place, areaCode }));
      expect((await incidents.change(id, record.version, { ...record.incident, places }, CHANGE)).ok).toBe(true);
    },
    remove: async (id) => {
      expect((await incidents.remove(id, await versionOf(id), DELETE)).ok).toBe(true);
    },
  };
}

/** Status, every header and the body: all that somebody gets. */
export async function all(
  { server }: House,
  session: TestSession,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await server.get(PATH, { ...session.headers, ...headers });
  return JSON.stringify([response.status, [...response.headers].sort(), await response.text()]);
}

/** What a planner gets; the Satgas must get the same. */
export async function look(one: House): Promise<string> {
  const seen = await all(one, one.planner);
  expect(await all(one, one.satgas)).toBe(seen);
  return seen;
}

/** Ends every house of a test. */
export async function closeHouses(): Promise<void> {
  for (const server of open.splice(0)) await server.close();
}
