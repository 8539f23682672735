import type { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../domain/incident.ts';
import { CaseChunk } from '../../../server/importing/case-chunk.ts';
import { CaseTally } from '../../../server/importing/case-tally.ts';
import { keptCases } from '../../../server/store/bulk-duplicates.ts';
import { loadFingerprints } from '../../../server/store/bulk-fingerprints.ts';
import { isUntidy, tidyStore } from '../../../server/store/bulk-sweep.ts';
import { BulkWriter } from '../../../server/store/bulk-writer.ts';
import type { AuditEntry } from '../../../server/store/contract/audit-store.ts';
import { fingerprintOf } from '../../../server/store/incident-row.ts';
import type { Schema } from '../../../server/store/schema.ts';
import { sealFingerprint } from '../../../server/store/seal-fingerprints.ts';
import { sqlAuditStore } from '../../../server/store/sql-audit-store.ts';
import { sqlImportStore } from '../../../server/store/sql-import-store.ts';
import { sqlIncidentStore } from '../../../server/store/sql-incident-store.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import type { OpenDb } from './back-end.ts';

const AT = '2026-11-24T08:00:00.000Z';
const EVERYTHING = {
  ...{ role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null },
  ...{ limit: 10_000, after: null, deleted: false },
};
const COUNTS = { rows: 2, accepted: 2, rejected: 0, duplicates: 0, same: 0, pointsDropped: 0, written: 2 };

const line = (subject: string): AuditEntry => ({
  userId: 'u',
  role: 'satgas',
  action: 'import_confirmed',
  subject,
  detail: {},
  ip: null,
});

function incidentOf(i: number): Incident {
  return {
    id: '',
    training: false,
    month: `2025-${String((i % 12) + 1).padStart(2, '0')}`,
    day: null,
    acts: ['recruit'],
    means: [],
    purposes: ['organ'],
    source: i % 2 === 0 ? 'lp_a' : 'media',
    stage: 'lp',
    platforms: [],
    places: [
      {
        role: 'rescue',
        precision: 'point',
        areaCode: '64.71.04.1005',
        h3: '886a1d2a1bfffff',
        point: [116.83 + i / 1e5, -1.26],
      },
      ...(i % 3 === 0
        ? [{ role: 'transit', precision: 'online', areaCode: null, h3: null, point: null } as const]
        : []),
    ],
    victims: '1',
    suspects: '1',
    childInvolved: 'no',
    lpNumberHash: i % 2 === 0 ? `hash${i}` : null,
  };
}

const INCIDENTS = Array.from({ length: 2300 }, (_, i) => incidentOf(i));

/** Writes all of them under an import that is not seen yet. */
async function write(db: Kysely<Schema>, importSeq: number): Promise<void> {
  const chunk = new CaseChunk({ importSeq, at: AT, userId: 'u' });
  const tally = new CaseTally();
  for (const incident of INCIDENTS) {
    chunk.add(incident, sealFingerprint(fingerprintOf(incident), FINGERPRINT_KEY));
    tally.add(incident);
  }
  const writer = new BulkWriter(db, importSeq);
  await writer.write(chunk.take());
  await writer.writeTally(tally.rows(importSeq));
}

export function importContract(openDb: OpenDb): void {
  describe('imports', () => {
    it('go from state to state, each with its line, and never from one they are not in', async () => {
      const db = await openDb();
      const imports = sqlImportStore(db);
      const first = await imports.begin({ at: AT, userId: 'u', worker: 'w' });
      expect(first).toMatchObject({ state: 'reading', format: null, columns: [], counts: null, reason: null });
      const columns = [
        { name: 'bulan', field: 'month' },
        { name: null, field: null },
      ];
      const mapped = await imports.change(first.id, ['reading'], {
        ...{ at: AT, state: 'mapping', format: 'csv', sizeBytes: 12, signature: 's', columns, worker: null },
        audit: line(`import:${first.id}`),
      });
      expect(mapped).toMatchObject({ state: 'mapping', format: 'csv', sizeBytes: 12, signature: 's', columns });
      expect(await imports.change(first.id, ['reading'], { at: AT, state: 'writing' })).toBe(null);
      expect(await imports.change('999', ['reading'], { at: AT, state: 'writing' })).toBe(null);
      expect(await imports.change('1 or 1=1', ['reading'], { at: AT, state: 'writing' })).toBe(null);
      const reason = { code: 'too_large', fields: [{ field: 'file', code: 'too_large' }] };
      await imports.change(first.id, ['mapping'], { at: AT, state: 'refused', reason, counts: COUNTS });
      expect(await imports.get(first.id)).toMatchObject({ state: 'refused', reason, counts: COUNTS });
      const lines = await sqlAuditStore(db).rows({ before: null, limit: 10, action: null, userId: null });
      expect(lines.map(({ subject }) => subject)).toEqual([`import:${first.id}`]);
      const second = await imports.begin({ at: AT, userId: 'u', worker: 'w' });
      expect((await imports.list(10)).map(({ id }) => id)).toEqual([second.id, first.id]);
      expect((await imports.inStates(['reading'])).map(({ id, worker }) => [id, worker])).toEqual([[second.id, 'w']]);
    });

    it('remember what the columns of a header meant', async () => {
      const imports = sqlImportStore(await openDb());
      expect(await imports.rememberedFields('s')).toBe(null);
      await imports.rememberFields('s', ['month', null], AT);
      await imports.rememberFields('s', ['day', null], AT);
      expect(await imports.rememberedFields('s')).toEqual(['day', null]);
    });

    it('are seen all at once: cases, places and counts', async () => {
      const db = await openDb();
      const [imports, incidents] = [sqlImportStore(db), sqlIncidentStore(db, FINGERPRINT_KEY)];
      const { id } = await imports.begin({ at: AT, userId: 'u', worker: 'w' });
      await write(db, Number(id));
      expect((await incidents.list(EVERYTHING)).records).toEqual([]);
      expect(await incidents.counts({ role: 'rescue', dimension: 'source' })).toEqual([]);
      expect((await loadFingerprints(db)).size).toBe(0);
      await imports.change(id, ['reading'], { at: AT, state: 'visible', counts: COUNTS });
      const { records } = await incidents.list(EVERYTHING);
      const plain = (list: readonly Incident[]) => list.map((one) => JSON.stringify({ ...one, id: '' })).sort();
      expect(plain(records.map(({ incident }) => incident))).toEqual(plain(INCIDENTS));
      expect(records[0]).toMatchObject({ version: 1, createdBy: 'u', createdAt: AT, closed: false });
      const sum = async (): Promise<number> =>
        (await incidents.counts({ role: 'rescue', dimension: 'source' })).reduce((total, { n }) => total + n, 0);
      expect(await sum()).toBe(INCIDENTS.length);
      expect((await loadFingerprints(db)).size).toBe(INCIDENTS.length);
      // Its counts join those of all, in the background.
      expect(await isUntidy(db)).toBe(true);
      expect(await tidyStore(db)).toBe(0);
      expect(await isUntidy(db)).toBe(false);
      expect(await sum()).toBe(INCIDENTS.length);
    });

    it('that ended otherwise leave nothing', async () => {
      const db = await openDb();
      const imports = sqlImportStore(db);
      const { id } = await imports.begin({ at: AT, userId: 'u', worker: 'w' });
      await write(db, Number(id));
      await imports.change(id, ['reading'], { at: AT, state: 'failed' });
      expect(await imports.isUntidy()).toBe(true);
      expect(await tidyStore(db)).toBe(INCIDENTS.length);
      expect(await imports.isUntidy()).toBe(false);
      for (const table of ['incident', 'incident_place', 'incident_tally', 'import_block'] as const) {
        expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
      }
    });

    it('find kept cases of the same LP number', async () => {
      const db = await openDb();
      const imports = sqlImportStore(db);
      const { id } = await imports.begin({ at: AT, userId: 'u', worker: 'w' });
      await write(db, Number(id));
      await imports.change(id, ['reading'], { at: AT, state: 'visible' });
      const found: unknown[] = [];
      for await (const one of keptCases(db, '2025-01', '2025-12', (lp) => lp === 'hash6')) found.push(one);
      const areas = ['64.71.04.1005', ''];
      expect(found).toEqual([{ id: expect.any(String), lpNumberHash: 'hash6', month: '2025-07', areas }]);
    });
  });
}
