import type { Transaction } from 'kysely';
import type { AuditEntry } from './contract/audit-store.ts';
import type { Schema } from './schema.ts';

/** Adds a line to the audit chain inside a transaction: what is logged and what is done are kept together or not at all. */
export async function appendAudit(_db: Transaction<Schema>, _at: string, _entry: AuditEntry): Promise<void> {
  throw new Error('not written yet');
}
