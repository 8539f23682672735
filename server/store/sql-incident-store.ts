import type { Kysely } from 'kysely';
import type { IncidentStore } from './contract/incident-store.ts';
import type { Schema } from './schema.ts';

export function sqlIncidentStore(_db: Kysely<Schema>): IncidentStore {
  return {} as never;
}
