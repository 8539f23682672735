import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY } from '../../../domain/city.ts';
import type { Incident } from '../../../domain/incident.ts';
import type { Write } from '../../../server/store/contract/incident-store.ts';
import { incidentRecord } from '../../domain/incident-arbitrary.ts';
import { openTestApp, type TestApp } from '../fixture/app.ts';

const WRITE: Write = {
  at: '2026-11-24T00:00:00Z',
  audit: { userId: 'u', role: 'satgas', action: 'incident_merged', subject: null, detail: {}, ip: null },
};
const [base] = fc.sample(incidentRecord, { numRuns: 1, seed: 1 });
const [west, south, east, north] = CITY.bbox;

function caseWith(childInvolved: Incident['childInvolved']): Incident {
  if (base === undefined) throw new Error('no record was drawn');
  const place = {
    role: 'exploitation',
    precision: 'point',
    areaCode: '64.71.01.1001',
    h3: '88688a50dbfffff',
    point: [(west + east) / 2, (south + north) / 2],
  } satisfies Incident['places'][number];
  return { ...base, stage: 'lp', childInvolved, places: [place] };
}

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

describe('a merge where one of the two is a child case', () => {
  it.each([
    ['yes', 'no', 'yes'],
    ['no', 'yes', 'yes'],
    ['unknown', 'no', 'unknown'],
    ['unknown', 'yes', 'yes'],
  ] as const)('%s into %s: both are %s and keep no point', async (from, into, then) => {
    const { incidents } = app.store;
    const [gone, kept] = [await incidents.create(caseWith(from), WRITE), await incidents.create(caseWith(into), WRITE)];
    expect((await incidents.merge(gone.incident.id, gone.version, kept.incident.id, WRITE)).ok).toBe(true);
    for (const { incident } of [gone, kept]) {
      const now = await incidents.get(incident.id);
      expect(now?.incident.childInvolved).toBe(then);
      expect(now?.incident.places.map(({ point }) => point)).toEqual([null]);
      for (const { before } of await incidents.revisions(incident.id)) {
        expect(before.places.map(({ point }) => point)).toEqual([null]);
      }
    }
  });
});

describe('the fingerprint of a case that becomes a child case', () => {
  const fingerprintsOf = async (ids: readonly string[]): Promise<readonly number[]> => {
    const rows = await app.store.accounts.database
      .selectFrom('incident')
      .select('fingerprint')
      .where('seq', 'in', ids.map(Number))
      .execute();
    return rows.map(({ fingerprint }) => Number(fingerprint));
  };
  const moved = (incident: Incident, by: number): Incident => ({
    ...incident,
    places: incident.places.map((place) => ({ ...place, point: [(west + east) / 2 + by, (south + north) / 2] })),
  });

  it('is the same wherever its point was, so it leads to none', async () => {
    const { incidents } = app.store;
    const ids: string[] = [];
    for (const by of [0.01, 0.02]) {
      const made = await incidents.create(moved(caseWith('no'), by), WRITE);
      ids.push(made.incident.id);
    }
    expect(new Set(await fingerprintsOf(ids)).size).toBe(2);
    for (const [index, id] of ids.entries()) {
      await incidents.change(id, 1, moved(caseWith('yes'), index / 100), WRITE);
    }
    expect(new Set(await fingerprintsOf(ids)).size).toBe(1);
  });
});
