import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { ROLES } from '../../domain/role.ts';
import { appendAudit } from './audit-chain.ts';
import { auditHash } from './audit-hash.ts';
import { AUDIT_ACTIONS, type AuditHead, type AuditStore, type AuditVerdict } from './contract/audit-store.ts';
import { readStored } from './damaged-store.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** 2,000 rows hash in some 8 ms; others get their turn after them. */
const ROWS_PER_STEP = 2_000;

const atom = z.union([z.string(), z.number()]);
const rowSchema = z.object({
  seq: z.number(),
  at: z.string(),
  userId: z.nullable(z.string()),
  role: z.enum(ROLES),
  action: z.enum(AUDIT_ACTIONS),
  subject: z.nullable(z.string()),
  detail: z.record(z.string(), z.union([atom, z.boolean(), z.null(), z.array(atom)])),
  ip: z.nullable(z.string()),
});

async function headOf(db: Kysely<Schema>): Promise<AuditHead> {
  return readStored('audit log', () =>
    db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow(),
  );
}

async function verify(db: Kysely<Schema>, anchors: readonly AuditHead[]): Promise<AuditVerdict> {
  // What is added meanwhile is not looked at.
  const end = await headOf(db);
  const noted = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  let last: AuditHead = { seq: 0, hash: '' };
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', last.seq)
      .orderBy('seq')
      .limit(ROWS_PER_STEP)
      .execute();
    for (const row of rows) {
      if (row.seq > end.seq) break;
      if (row.seq !== last.seq + 1) return { ok: false, brokenAt: last.seq + 1, reason: 'missing' };
      const fits = row.prev_hash === last.hash && auditHash(row) === row.hash;
      const asNoted = (noted.get(row.seq) ?? row.hash) === row.hash;
      if (!fits || !asNoted) return { ok: false, brokenAt: row.seq, reason: 'changed' };
      last = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < ROWS_PER_STEP || last.seq >= end.seq) break;
    await nextTurn();
  }
  const newest = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  const headNow = await headOf(db);
  if ((newest?.seq ?? 0) > headNow.seq) return { ok: false, brokenAt: headNow.seq + 1, reason: 'end' };
  const longest = Math.max(end.seq, ...anchors.map(({ seq }) => seq));
  if (last.seq < longest) return { ok: false, brokenAt: last.seq + 1, reason: 'end' };
  if (last.hash !== end.hash) return { ok: false, brokenAt: last.seq, reason: 'end' };
  return { ok: true, rows: last.seq, ...last };
}

export function sqlAuditStore(db: Kysely<Schema>, now: () => Date = () => new Date()): AuditStore {
  const addressesBefore = (before: string) => db.selectFrom('audit_ip').where('at', '<', before);
  return {
    append: (entry) => inTransaction(db, (transaction) => appendAudit(transaction, now().toISOString(), entry)),
    rows: ({ before, limit, action, userId }) =>
      readStored('audit log', async () => {
        let query = db
          .selectFrom('audit')
          .leftJoin('audit_ip', 'audit_ip.seq', 'audit.seq')
          .select(['audit.seq', 'audit.at', 'user_id as userId', 'role', 'action', 'subject', 'detail', 'ip'])
          .orderBy('audit.seq', 'desc')
          .limit(limit);
        if (before !== null) query = query.where('audit.seq', '<', before);
        if (action !== null) query = query.where('action', '=', action);
        if (userId !== null) query = query.where('user_id', '=', userId);
        const rows = await query.execute();
        return rows.map((row) => rowSchema.parse({ ...row, detail: JSON.parse(row.detail) }));
      }),
    head: () => headOf(db),
    verify: (anchors = []) => verify(db, anchors),
    countAddresses: async (before) => {
      const row = await addressesBefore(before)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return row.n;
    },
    forgetAddresses: (before) =>
      inTransaction(db, async (transaction) => {
        const result = await transaction.deleteFrom('audit_ip').where('at', '<', before).executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
  };
}
