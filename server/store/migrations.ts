import { type Kysely, sql, type Transaction } from 'kysely';
import { StartFault } from '../fault.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { incidentTables } from './migrations/003-incidents.ts';
import type { Schema } from './schema.ts';

export interface Migration {
  readonly version: number;
  readonly up: (db: Transaction<Schema>) => Promise<void>;
}

/** Forward only: a released migration is never changed, a correction is a new one. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, up: firstTables },
  { version: 3, up: incidentTables },
];

async function versionOf(db: Kysely<Schema>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'schema_version')) return 0;
  const row = await db
    .selectFrom('schema_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

/**
 * Brings the tables up to the newest version, all in one transaction: a start that fails leaves the file as it was.
 * Throws a StartFault when a newer program wrote the file.
 */
export async function migrate(db: Kysely<Schema>, where: string, now: Date, migrations = MIGRATIONS): Promise<void> {
  const newest = Math.max(...migrations.map(({ version }) => version));
  const current = await versionOf(db);
  if (current > newest) {
    throw new StartFault(
      `${where} was written by a newer Petarawan (tables of version ${current}, this program knows ${newest}): ` +
        'start the newer program, or restore the backup made before the upgrade.',
    );
  }
  const waiting = migrations.filter(({ version }) => version > current);
  if (waiting.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    await transaction.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute();
    for (const { version, up } of waiting) {
      await up(transaction);
      await transaction.insertInto('schema_version').values({ version, applied_at: now.toISOString() }).execute();
    }
  });
}

/** Whether the connection answers at all. */
export async function ping(db: Kysely<Schema>): Promise<void> {
  await sql`select 1`.execute(db);
}
