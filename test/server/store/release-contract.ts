import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Release } from '../../../domain/privacy/release.ts';
import { type BandReleases, bandReleases } from '../../../server/services/band-release.ts';
import type { AuditEntry } from '../../../server/store/contract/audit-store.ts';
import { sqlAuditStore } from '../../../server/store/sql-audit-store.ts';
import { sqlReleaseStore } from '../../../server/store/sql-release-store.ts';
import { judgeHere } from '../fixture/judge-here.ts';
import type { OpenDb } from './back-end.ts';

const LINE: AuditEntry = {
  userId: null,
  role: 'admin',
  action: 'bands_released',
  subject: 'bands/transit',
  detail: {},
  ip: null,
};

function release(seq: number, more: Partial<Release> = {}): Release {
  const table = more.table ?? `{"table":${seq}}`;
  return {
    seq,
    at: '2026-11-24T08:00:00.000Z',
    name: 'bands/transit',
    table,
    hash: createHash('sha256').update(table).digest('hex'),
    cells: [
      { key: 'a', parts: ['a'], low: 0, high: 10 },
      { key: 'a+b', parts: ['a', 'b'], low: 20, high: null },
    ],
    ...more,
  };
}

export function releaseContract(openDb: OpenDb): void {
  describe('release ledger', () => {
    it('keeps every release as it was, each with its line in the log', async () => {
      const db = await openDb();
      const ledger = sqlReleaseStore(db);
      expect(await ledger.releases()).toEqual([]);
      expect(await ledger.last('bands/transit')).toBe(null);
      const all = [release(1), release(2, { name: 'bands/rescue' }), release(3)];
      for (const one of all) expect(await ledger.append(one, LINE)).toBe(true);
      expect(await ledger.releases()).toEqual(all);
      expect(await ledger.last('bands/transit')).toEqual(all[2]);
      expect(await ledger.last('bands/rescue')).toEqual(all[1]);
      expect(await sqlAuditStore(db).verify()).toMatchObject({ ok: true, rows: 3 });
    });

    it('adds nothing that was judged against an older ledger, and no line either', async () => {
      const db = await openDb();
      const ledger = sqlReleaseStore(db);
      await ledger.append(release(1), LINE);
      for (const seq of [1, 3, 0]) expect(await ledger.append(release(seq), LINE)).toBe(false);
      expect(await ledger.releases()).toEqual([release(1)]);
      expect(await sqlAuditStore(db).verify()).toMatchObject({ ok: true, rows: 1 });
    });

    it('of several at once takes one', async () => {
      const ledger = sqlReleaseStore(await openDb());
      const added = await Promise.all(Array.from({ length: 8 }, () => ledger.append(release(1), LINE)));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await ledger.releases()).toEqual([release(1)]);
    });

    it('adds nothing when the line cannot be kept', async () => {
      const ledger = sqlReleaseStore(await openDb());
      await expect(ledger.append(release(1), { ...LINE, subject: 'not a code' })).rejects.toThrow();
      expect(await ledger.releases()).toEqual([]);
    });

    it('says that it is damaged where bytes and hash differ', async () => {
      const db = await openDb();
      const ledger = sqlReleaseStore(db);
      await ledger.append(release(1), LINE);
      await db.updateTable('band_release').set({ body: '{}' }).execute();
      await expect(ledger.releases()).rejects.toThrow('release ledger cannot be read');
      await expect(ledger.last('bands/transit')).rejects.toThrow('release ledger cannot be read');
    });

    it('two servers asked first at once in a quarter release one table, and no other until the next', async () => {
      const db = await openDb();
      let at = new Date('2026-11-24T08:00:00Z');
      const [releases, audit] = [sqlReleaseStore(db), sqlAuditStore(db)];
      const server = () =>
        bandReleases({ releases, audit, judge: judgeHere, now: () => at, timeZone: 'Asia/Makassar' });
      const frame = { placeRole: 'transit', areaCodes: ['99.01.01'], years: [2025, 2026] } as const;
      const ask = async (one: BandReleases, count: number) =>
        (await one.ofQuarter(frame, async () => [{ areaCode: '99.01.01', year: 2026, count }])).shown?.hash;
      const [one, other] = [server(), server()];
      const [first, same] = await Promise.all([ask(one, 0), ask(other, 25)]);
      expect(same).toBe(first);
      for (const count of [0, 11, 25]) expect(await ask(other, count)).toBe(first);
      expect(await releases.releases()).toHaveLength(1);
      at = new Date('2027-01-02T00:00:00Z');
      const shown = await ask(other, 0);
      expect(shown).toBe((await releases.releases()).at(-1)?.hash);
      expect(await releases.releases()).toHaveLength(2);
    });
  });
}
