import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Schema } from './schema.ts';

export type AuditTableRow = Selectable<Schema['audit']>;

/** SHA-256, hexadecimal, over what a row says and the hash of the row before, as a JSON array in this order. */
export function auditHash(row: Omit<AuditTableRow, 'hash'>): string {
  const { seq, at, user_id, role, action, subject, detail, prev_hash } = row;
  const text = JSON.stringify([seq, at, user_id, role, action, subject, detail, prev_hash]);
  return createHash('sha256').update(text).digest('hex');
}
