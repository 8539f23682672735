import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Runs a write as one transaction; again from its beginning when another writer was in the way. */
export function inTransaction<T>(
  db: Kysely<Schema>,
  write: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(write);
}
