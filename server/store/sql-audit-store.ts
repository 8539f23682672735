import type { Kysely } from 'kysely';
import type { AuditStore } from './contract/audit-store.ts';
import type { Schema } from './schema.ts';

export function sqlAuditStore(_db: Kysely<Schema>): AuditStore {
  return {} as never;
}
