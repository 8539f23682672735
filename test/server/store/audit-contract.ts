import type { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../../server/store/audit-chain.ts';
import type { AuditEntry } from '../../../server/store/contract/audit-store.ts';
import type { Schema } from '../../../server/store/schema.ts';
import { sqlAuditStore } from '../../../server/store/sql-audit-store.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import type { OpenDb } from './back-end.ts';

const AT = new Date('2026-11-24T08:00:00Z');

function entry(more: Partial<AuditEntry> = {}): AuditEntry {
  return {
    userId: 'u1',
    role: 'satgas',
    action: 'incident_read',
    subject: 'incident:1',
    detail: {},
    ip: null,
    ...more,
  };
}

async function filled(db: Kysely<Schema>, rows: number) {
  const audit = sqlAuditStore(db, () => AT);
  for (let i = 1; i <= rows; i += 1) await audit.append(entry({ subject: `incident:${i}`, ip: '192.0.2.7' }));
  return audit;
}

export function auditContract(openDb: OpenDb): void {
  describe('audit', () => {
    it('keeps lines in a chain, newest first, with their filters', async () => {
      const audit = await filled(await openDb(), 3);
      await audit.append(entry({ userId: null, role: 'public', action: 'sign_in_refused', subject: null }));
      await audit.append(entry({ action: 'incident_listed', detail: { b: ['x', 2], a: true, n: null } }));
      const all = { before: null, limit: 10, action: null, userId: null };
      expect((await audit.rows(all)).map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
      expect((await audit.rows({ ...all, limit: 1 }))[0]).toEqual({
        ...entry({ action: 'incident_listed', detail: { a: true, b: ['x', 2], n: null } }),
        seq: 5,
        at: AT.toISOString(),
      });
      expect((await audit.rows({ ...all, before: 3 })).map(({ seq }) => seq)).toEqual([2, 1]);
      expect((await audit.rows({ ...all, action: 'sign_in_refused' })).map(({ seq }) => seq)).toEqual([4]);
      expect((await audit.rows({ ...all, userId: 'u1', action: 'incident_read' })).map(({ seq }) => seq)).toEqual([
        3, 2, 1,
      ]);
      expect(await audit.verify()).toEqual({ ok: true, rows: 5, ...(await audit.head()) });
    });

    it('an empty chain is whole', async () => {
      expect(await sqlAuditStore(await openDb()).verify()).toEqual({ ok: true, rows: 0, seq: 0, hash: '' });
    });

    it('forty writers at once make one chain', async () => {
      const audit = sqlAuditStore(await openDb());
      await Promise.all(Array.from({ length: 40 }, (_, i) => audit.append(entry({ detail: { i } }))));
      expect(await audit.verify()).toMatchObject({ ok: true, rows: 40 });
    });

    it('what is not done is not logged', async () => {
      const db = await openDb();
      const write = inTransaction(db, async (transaction) => {
        await appendAudit(transaction, AT.toISOString(), entry());
        throw new Error('changed my mind');
      });
      await expect(write).rejects.toThrow('changed my mind');
      expect(await sqlAuditStore(db).verify()).toMatchObject({ ok: true, rows: 0 });
    });

    it.each<[string, Partial<AuditEntry>]>([
      ['a name', { detail: { what: 'Budi Santoso' } }],
      ['an e-mail', { detail: { what: 'a@example.org' } }],
      ['a text in a list', { detail: { what: ['a', 'two words'] } }],
      ['a text as a key', { detail: { 'two words': 1 } }],
      ['no number', { detail: { n: Number.NaN } }],
      ['a text as subject', { subject: 'incident of Budi' }],
    ])('refuses %s, and keeps nothing', async (_, more) => {
      const audit = sqlAuditStore(await openDb());
      await expect(audit.append(entry(more))).rejects.toThrow(/^audit: /);
      expect(await audit.verify()).toMatchObject({ ok: true, rows: 0 });
    });

    it('forgets addresses and nothing else', async () => {
      const db = await openDb();
      const audit = await filled(db, 3);
      await sqlAuditStore(db, () => new Date('2026-12-30T00:00:00Z')).append(entry({ ip: '192.0.2.8' }));
      const before = '2026-12-01T00:00:00.000Z';
      const verdict = await audit.verify();
      expect(await audit.countAddresses(before)).toBe(3);
      expect(await audit.forgetAddresses(before)).toBe(3);
      expect((await audit.rows({ before: null, limit: 9, action: null, userId: null })).map(({ ip }) => ip)).toEqual([
        '192.0.2.8',
        null,
        null,
        null,
      ]);
      expect(await audit.verify()).toEqual(verdict);
    });
  });

  describe('a chain that was tampered with', () => {
    type Tamper = (db: Kysely<Schema>) => Promise<unknown>;
    const change =
      (seq: number, values: object): Tamper =>
      (db) =>
        db.updateTable('audit').set(values).where('seq', '=', seq).execute();
    const drop =
      (from: number, to = from): Tamper =>
      (db) =>
        db.deleteFrom('audit').where('seq', '>=', from).where('seq', '<=', to).execute();

    it.each<[string, Tamper, { brokenAt: number; reason: string }]>([
      ['who', change(4, { user_id: 'u2' }), { brokenAt: 4, reason: 'changed' }],
      ['when', change(1, { at: '2026-11-24T08:00:01.000Z' }), { brokenAt: 1, reason: 'changed' }],
      ['what', change(8, { detail: '{"n":1}' }), { brokenAt: 8, reason: 'changed' }],
      ['a hash', change(3, { hash: 'f'.repeat(64) }), { brokenAt: 3, reason: 'changed' }],
      ['a row in the middle is gone', drop(5), { brokenAt: 5, reason: 'missing' }],
      ['the first row is gone', drop(1), { brokenAt: 1, reason: 'missing' }],
      ['the tail is gone', drop(7, 8), { brokenAt: 7, reason: 'end' }],
      ['all is gone', drop(1, 8), { brokenAt: 1, reason: 'end' }],
      [
        'two rows changed places',
        async (db) => {
          for (const [from, to] of [
            [3, 99],
            [4, 3],
            [99, 4],
          ])
            await change(from ?? 0, { seq: to })(db);
        },
        { brokenAt: 3, reason: 'changed' },
      ],
      [
        'a row was added behind the end',
        async (db) => {
          const row = await db.selectFrom('audit').selectAll().where('seq', '=', 8).executeTakeFirstOrThrow();
          await db
            .insertInto('audit')
            .values({ ...row, seq: 9 })
            .execute();
        },
        { brokenAt: 9, reason: 'end' },
      ],
    ])('%s', async (_, tamper, expected) => {
      const db = await openDb();
      const audit = await filled(db, 8);
      await tamper(db);
      expect(await audit.verify()).toEqual({ ok: false, ...expected });
    });

    it('a tail that is cut off stays missed when the log goes on', async () => {
      const db = await openDb();
      const audit = await filled(db, 8);
      await drop(7, 8)(db);
      await audit.append(entry());
      expect(await audit.verify()).toEqual({ ok: false, brokenAt: 7, reason: 'missing' });
    });

    it('a chain written anew from its beginning, head and all, is told by what was noted elsewhere', async () => {
      const db = await openDb();
      const noted = await (await filled(db, 8)).head();
      const forge = async (rows: number) => {
        await db.deleteFrom('audit').execute();
        await db.updateTable('audit_head').set({ seq: 0, hash: '' }).execute();
        const forger = sqlAuditStore(db, () => new Date('2026-01-01T00:00:00Z'));
        for (let i = 0; i < rows; i += 1) await forger.append(entry());
        return forger;
      };
      const longer = await forge(9);
      expect(await longer.verify()).toMatchObject({ ok: true });
      expect(await longer.verify([noted])).toEqual({ ok: false, brokenAt: 8, reason: 'changed' });
      const shorter = await forge(5);
      expect(await shorter.verify()).toMatchObject({ ok: true });
      expect(await shorter.verify([noted])).toEqual({ ok: false, brokenAt: 6, reason: 'end' });
    });
  });
}
