import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { CITY } from '../../../domain/city.ts';
import { type Incident, treatAsChildCase } from '../../../domain/incident.ts';
import {
  COUNT_DIMENSIONS,
  type IncidentStore,
  type MapFilter,
  type PointQuery,
  type WriteResult,
} from '../../../server/store/contract/incident-store.ts';
import { toIncidentRow, toPlaceRows } from '../../../server/store/incident-row.ts';
import type { Schema } from '../../../server/store/schema.ts';
import { sqlAuditStore } from '../../../server/store/sql-audit-store.ts';
import { sqlIncidentStore } from '../../../server/store/sql-incident-store.ts';
import { incidentRecord } from '../../domain/incident-arbitrary.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import type { OpenDb } from './back-end.ts';
import { act, CHANGE, CREATE, DELETE, perform, write } from './incident-acts.ts';
import { bestArea, isMapped, type ModelRecord, ROLES_IN_USE, recount } from './incident-model.ts';

const BASE: Incident = {
  id: '',
  training: false,
  month: '2025-03',
  day: 4,
  acts: ['recruit'],
  means: [],
  purposes: ['sexual_exploitation'],
  source: 'lp_b',
  stage: 'lp',
  platforms: ['michat'],
  places: [
    {
      role: 'exploitation',
      precision: 'point',
      areaCode: '64.71.05.1001',
      h3: '88688a50dbfffff',
      point: [116.85, -1.2],
    },
  ],
  victims: '1',
  suspects: '1',
  childInvolved: 'no',
  lpNumberHash: null,
};

const EVERYTHING = { role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null };
const ALL: MapFilter = { ...EVERYTHING, role: 'exploitation' };

function recordOf(result: WriteResult) {
  if (!result.ok) throw new Error(result.reason);
  return result.record;
}

async function allPoints(store: IncidentStore, query: Omit<PointQuery, 'after'>) {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await store.points({ ...query, after });
    for (const { id, point } of page.points) found.push(`${id} ${point}`);
    if (page.next === null) return found;
    expect(page.points.length).toBeLessThanOrEqual(query.limit);
    after = page.next;
  }
}

async function allIds(store: IncidentStore, deleted: boolean, limit: number) {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await store.list({ ...EVERYTHING, deleted, limit, after });
    found.push(...page.records.map(({ incident }) => incident.id));
    if (page.next === null) return found;
    after = page.next;
  }
}

async function noChildIsFine(db: Kysely<Schema>): Promise<void> {
  const children = await db.selectFrom('incident').select('seq').where('child_involved', '<>', 'no').execute();
  const seqs = new Set(children.map(({ seq }) => seq));
  const fine = await db.selectFrom('incident_place').selectAll().where('longitude', 'is not', null).execute();
  expect(fine.filter(({ seq }) => seqs.has(Math.floor(seq / 16)))).toEqual([]);
  const revisions = await db.selectFrom('incident_revision').select(['incident_seq', 'before']).execute();
  for (const { incident_seq, before } of revisions) {
    const incident = JSON.parse(before) as Incident;
    if (seqs.has(incident_seq) || treatAsChildCase(incident))
      expect(incident.places.every(({ point }) => point === null)).toBe(true);
  }
}

async function sameAsModel(store: IncidentStore, model: readonly ModelRecord[]): Promise<void> {
  for (const role of ROLES_IN_USE) {
    for (const dimension of COUNT_DIMENSIONS) {
      expect(await store.counts({ role, dimension })).toEqual(recount(model, { role, dimension }));
    }
    for (const more of [{}, { platform: 'michat' }, { source: 'lp_a', fromMonth: '2025-01' }, { stage: 'vice_raid' }]) {
      const filter = { ...ALL, role, ...more } as MapFilter;
      const shown = model.filter(({ deleted, incident }) => !deleted && isMapped(incident, filter));
      const places = shown.map(({ incident }) => incident.places.filter((place) => place.role === role));
      expect(await store.mapped(filter)).toEqual({
        events: shown.length,
        withPoint: places.filter((list) => list.some(({ point }) => point !== null)).length,
        withCell: places.filter((list) => list.some(({ h3 }) => h3 !== null)).length,
      });
      const byArea = await store.byArea(filter);
      const areas = shown.map(({ incident }) => `${bestArea(incident, role)} ${incident.source}`);
      expect(byArea.flatMap(({ areaCode, source, n }) => Array(n).fill(`${areaCode} ${source}`)).sort()).toEqual(
        areas.sort(),
      );
      const cells = await store.cells(filter, 'all');
      expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(
        places.filter((list) => list.some(({ h3 }) => h3 !== null)).length,
      );
      const points = await allPoints(store, { ...filter, box: CITY.bbox, limit: 3 });
      const expected = shown.flatMap(({ id, incident }) =>
        incident.places.flatMap((place) => (place.role === role && place.point ? [`${id} ${place.point}`] : [])),
      );
      expect([...points].sort()).toEqual(expected.sort());
    }
  }
  const ids = (deleted: boolean) =>
    model
      .filter((record) => record.deleted === deleted)
      .sort((a, b) => b.incident.month.localeCompare(a.incident.month) || Number(b.id) - Number(a.id))
      .map(({ id }) => id);
  expect(await allIds(store, false, 2)).toEqual(ids(false));
  expect(await allIds(store, true, 2)).toEqual(ids(true));
}

export function incidentContract(openDb: OpenDb): void {
  describe('incidents', () => {
    it('the counts, maps and lists are those of a recount after any run of writes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
          const db = await openDb();
          const store = sqlIncidentStore(db, FINGERPRINT_KEY);
          const model: ModelRecord[] = [];
          for (const step of acts) await perform(store, model, step);
          await sameAsModel(store, model);
          await noChildIsFine(db);
          const tally = await db.selectFrom('incident_tally').select('n').where('n', '<=', 0).execute();
          expect(tally).toEqual([]);
          expect(await sqlAuditStore(db).verify()).toMatchObject({ ok: true });
        }),
        { numRuns: 15, seed: 471 },
      );
    });

    it('every write leaves its audit line and what stood before', async () => {
      const db = await openDb();
      const store = sqlIncidentStore(db, FINGERPRINT_KEY);
      const { incident } = await store.create(BASE, CREATE);
      await store.change(incident.id, 1, { ...BASE, stage: 'p21' }, CHANGE);
      await store.setClosed(incident.id, 2, true, write('incident_closed'));
      const revisions = await store.revisions(incident.id);
      expect(revisions.map(({ version, action }) => [version, action])).toEqual([
        [2, 'incident_closed'],
        [1, 'incident_changed'],
      ]);
      expect(revisions.map(({ before }) => before.stage)).toEqual(['p21', 'lp']);
      const rows = await sqlAuditStore(db).rows({ before: null, limit: 9, action: null, userId: null });
      expect(rows.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
        `incident_closed incident:${incident.id}`,
        `incident_changed incident:${incident.id}`,
        `incident_created incident:${incident.id}`,
      ]);
    });

    it('of two who change the same version one is told', async () => {
      const store = sqlIncidentStore(await openDb(), FINGERPRINT_KEY);
      const { incident } = await store.create(BASE, CREATE);
      const both = await Promise.all(
        (['p21', 'verdict'] as const).map((stage) => store.change(incident.id, 1, { ...BASE, stage }, CHANGE)),
      );
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect((await store.get(incident.id))?.version).toBe(2);
    });

    it('a merge keeps one, says where the other went, and refuses itself and the deleted', async () => {
      const store = sqlIncidentStore(await openDb(), FINGERPRINT_KEY);
      const [a, b] = [await store.create(BASE, CREATE), await store.create(BASE, CREATE)];
      expect(await store.merge(a.incident.id, 1, a.incident.id, DELETE)).toEqual({ ok: false, reason: 'not_found' });
      const gone = recordOf(await store.merge(b.incident.id, 1, a.incident.id, write('incident_merged')));
      expect([gone.mergedInto, gone.deletedAt]).toEqual([a.incident.id, CREATE.at]);
      expect(await store.merge(a.incident.id, 1, b.incident.id, DELETE)).toEqual({ ok: false, reason: 'not_found' });
      expect(await store.counts({ role: 'exploitation', dimension: 'source' })).toEqual([
        { areaCode: '64.71.05.1001', year: 2025, category: 'lp_b', n: 1 },
      ]);
    });

    it('duplicates are those of the same number, or month, role and area', async () => {
      const store = sqlIncidentStore(await openDb(), FINGERPRINT_KEY);
      const create = async (part: Partial<Incident>) => (await store.create({ ...BASE, ...part }, CREATE)).incident.id;
      const online: Incident['places'] = [
        { role: 'recruitment', precision: 'online', areaCode: null, h3: null, point: null },
      ];
      const number = await create({ month: '2025-02', lpNumberHash: 'n'.repeat(43), places: online });
      const alike = await create({ day: 9, source: 'media' });
      await create({ month: '2025-04' });
      await create({ places: online });
      const own = await store.create({ ...BASE, lpNumberHash: 'n'.repeat(43) }, CREATE);
      const found = await store.duplicatesOf(own.incident);
      expect(found.map(({ incident }) => incident.id)).toEqual([number, alike]);
    });

    it('points of any box and filter are those that lie in it, page by page', async () => {
      const db = await openDb();
      const store = sqlIncidentStore(db, FINGERPRINT_KEY);
      const incidents = fc.sample(incidentRecord, { numRuns: 3000, seed: 15 });
      const rows = incidents.map((incident, index) => ({ incident, seq: index + 1, importSeq: 0, at: '', userId: '' }));
      for (let i = 0; i < rows.length; i += 500) {
        const part = rows.slice(i, i + 500);
        await db
          .insertInto('incident')
          .values(part.map((row) => toIncidentRow(row.incident, row, 1)))
          .execute();
        await db
          .insertInto('incident_place')
          .values(part.flatMap((row) => toPlaceRows(row.incident, row)))
          .execute();
      }
      const [west, south, east, north] = CITY.bbox;
      const part = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
      const filters: Partial<MapFilter>[] = [{}, { source: 'media' }, { platform: 'telegram', toMonth: '2025-01' }];
      await fc.assert(
        fc.asyncProperty(
          part,
          part,
          fc.constantFrom(...filters),
          fc.constantFrom(7, 100),
          async (x, y, more, limit) => {
            const at = (low: number, high: number, share: number) => low + (high - low) * share;
            const box = [
              at(west, east, Math.min(...x)),
              at(south, north, Math.min(...y)),
              at(west, east, Math.max(...x)),
              at(south, north, Math.max(...y)),
            ] as const;
            const filter = { ...ALL, role: 'transit' as const, ...more };
            const expected = rows.flatMap(({ incident, seq }) => {
              if (treatAsChildCase(incident) || !isMapped(incident, filter)) return [];
              return incident.places.flatMap(({ role, point }) => {
                if (role !== 'transit' || point === null) return [];
                const inside = point[0] >= box[0] && point[0] <= box[2] && point[1] >= box[1] && point[1] <= box[3];
                return inside ? [`${seq} ${point}`] : [];
              });
            });
            expect((await allPoints(store, { ...filter, box, limit })).sort()).toEqual(expected.sort());
          },
        ),
        { numRuns: 40, seed: 7 },
      );
    });

    it('what an import has not made visible is nowhere', async () => {
      const db = await openDb();
      const store = sqlIncidentStore(db, FINGERPRINT_KEY);
      const { incident } = await store.create(BASE, CREATE);
      for (const table of ['incident', 'incident_place', 'incident_tally'] as const) {
        await db.updateTable(table).set({ import_seq: 7 }).execute();
      }
      expect(await store.get(incident.id)).toBeNull();
      expect((await store.list({ ...EVERYTHING, deleted: false, limit: 9, after: null })).records).toEqual([]);
      expect(await store.mapped(ALL)).toEqual({ events: 0, withPoint: 0, withCell: 0 });
      expect(await allPoints(store, { ...ALL, box: CITY.bbox, limit: 9 })).toEqual([]);
      expect(await store.counts({ role: 'exploitation', dimension: 'stage' })).toEqual([]);
      expect(await store.months()).toBeNull();
      expect(await store.remove(incident.id, 1, DELETE)).toEqual({ ok: false, reason: 'not_found' });
    });

    it('a purge takes the deleted and the old closed ones for good, and no others', async () => {
      const db = await openDb();
      const store = sqlIncidentStore(db, FINGERPRINT_KEY);
      const ids: string[] = [];
      for (const month of ['2020-01', '2020-02', '2025-01', '2025-02'])
        ids.push((await store.create({ ...BASE, month }, CREATE)).incident.id);
      const [closed = '', open = '', deleted = '', later = ''] = ids;
      await store.setClosed(closed, 1, true, write('incident_closed'));
      await store.remove(deleted, 1, write('incident_deleted', '2026-01-01T00:00:00.000Z'));
      await store.remove(later, 1, write('incident_deleted', '2026-11-01T00:00:00.000Z'));
      const which = { deletedBefore: '2026-10-01T00:00:00.000Z', closedBeforeMonth: '2021-01' };
      expect(await store.purgeable(which)).toBe(2);
      expect(await store.purge(which, 1, write('incident_purged'))).toBe(1);
      expect(await store.purge(which, 9, write('incident_purged'))).toBe(1);
      expect(await store.purge(which, 9, write('incident_purged'))).toBe(0);
      expect(await Promise.all(ids.map(async (id) => (await store.get(id)) !== null))).toEqual([
        false,
        true,
        false,
        true,
      ]);
      expect(await store.counts({ role: 'exploitation', dimension: 'stage' })).toEqual([
        { areaCode: '64.71.05.1001', year: 2020, category: 'lp', n: 1 },
      ]);
      expect((await store.revisions(closed)).length + (await store.revisions(deleted)).length).toBe(0);
      expect((await store.get(open))?.closed).toBe(false);
    });
  });
}
