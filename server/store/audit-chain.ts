import type { Transaction } from 'kysely';
import { auditHash } from './audit-hash.ts';
import type { AuditEntry } from './contract/audit-store.ts';
import { readStored } from './damaged-store.ts';
import type { Schema } from './schema.ts';

/** A code, an id, a number, a month, a media type: no blank and no @, so neither a name nor an e-mail fits. */
const CODE = /^[A-Za-z0-9_.,:/+-]{0,120}$/;

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return CODE.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'boolean';
}

/** Throws when an entry holds more than codes and numbers: a bug of the caller, and nothing is kept. */
function canonicalDetail({ detail, subject }: AuditEntry): string {
  const entries = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const odd = entries.find(([key, value]) => !CODE.test(key) || ![value].flat().every(isPlain));
  if (odd !== undefined) throw new TypeError(`audit: detail "${odd[0].slice(0, 40)}" is no code`);
  if (subject !== null && !CODE.test(subject)) throw new TypeError('audit: the subject is no id');
  return JSON.stringify(Object.fromEntries(entries));
}

/**
 * Adds a line to the audit chain inside a transaction: what is logged and what is done are kept together or not at
 * all. `at` is RFC 3339. The line follows what `audit_head` names, also where rows were cut off: a gap stays one.
 */
export async function appendAudit(db: Transaction<Schema>, at: string, entry: AuditEntry): Promise<void> {
  const detail = canonicalDetail(entry);
  const head = await readStored('audit log', () =>
    db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow(),
  );
  const row = {
    seq: head.seq + 1,
    at,
    user_id: entry.userId,
    role: entry.role,
    action: entry.action,
    subject: entry.subject,
    detail,
    prev_hash: head.hash,
  };
  const hash = auditHash(row);
  await db
    .insertInto('audit')
    .values({ ...row, hash })
    .execute();
  await db.updateTable('audit_head').set({ seq: row.seq, hash }).where('id', '=', 1).execute();
  if (entry.ip !== null) await db.insertInto('audit_ip').values({ seq: row.seq, at, ip: entry.ip }).execute();
}
