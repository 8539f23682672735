import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import { reasonOf, StartFault } from '../fault.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { accountTables } from './migrations/002-accounts.ts';
import { incidentTables } from './migrations/003-incidents.ts';
import { auditTables } from './migrations/004-audit.ts';
import { importTables } from './migrations/005-imports.ts';
import { releaseTables } from './migrations/006-releases.ts';
import { notKnown } from './migrations/007-not-known.ts';
import { namesOfColumns } from './migrations/008-names-of-columns.ts';
import { satgasMembership } from './migrations/009-satgas-membership.ts';
import { sentOnce } from './migrations/010-sent-once.ts';
import type { Schema } from './schema.ts';
import { BUSY_LIMIT_MS } from './store-busy.ts';
import { inTransaction } from './transaction.ts';

const LOOK_MS = 50;

export interface Migration {
  readonly version: number;
  readonly up: (db: Transaction<Schema>) => Promise<void>;
}

/** Forward only: a released migration is never changed, a correction is a new one. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, up: firstTables },
  { version: 2, up: accountTables },
  { version: 3, up: incidentTables },
  { version: 4, up: auditTables },
  { version: 5, up: importTables },
  { version: 6, up: releaseTables },
  { version: 7, up: notKnown },
  { version: 8, up: namesOfColumns },
  { version: 9, up: satgasMembership },
  { version: 10, up: sentOnce },
];

/** Nothing but a try says the same on both: where tables are listed, and of which schema, differs. */
function isMissingTable(error: unknown): boolean {
  if (reasonOf(error) === '42P01') return true;
  return error instanceof Error && /^no such table/.test(error.message);
}

/** Version of the tables; 0 when there are none. */
export async function versionOf(db: Kysely<Schema>): Promise<number> {
  try {
    const row = await db
      .selectFrom('schema_version')
      .select(({ fn }) => fn.max('version').as('version'))
      .executeTakeFirst();
    return row?.version ?? 0;
  } catch (error) {
    if (isMissingTable(error)) return 0;
    throw error;
  }
}

export interface MigrateInput {
  /** What a message calls the database. */
  readonly where: string;
  readonly now: Date;
  /** Keeps a copy before tables that hold something are changed; given the version that they will have. */
  readonly keepCopy?: (version: number) => Promise<void>;
  readonly migrations?: readonly Migration[];
}

/**
 * Brings the tables up to the newest version, all in one transaction: a start that fails leaves the database as it
 * was. Throws a StartFault when a newer program wrote it.
 */
export async function migrate(db: Kysely<Schema>, given: MigrateInput): Promise<void> {
  const { where, now, keepCopy, migrations = MIGRATIONS } = given;
  const newest = Math.max(...migrations.map(({ version }) => version));
  const current = await versionOf(db);
  if (current > newest) {
    throw new StartFault(
      `${where} was written by a newer Petarawan (tables of version ${current}, this program knows ${newest}): ` +
        'start the newer program, or restore the backup made before the upgrade.',
    );
  }
  if (current === newest) return;
  if (current > 0) await keepCopy?.(newest);
  try {
    await bringUp(db, now, migrations);
  } catch (error) {
    if (!isMadeMeanwhile(error) || !(await reaches(db, newest))) throw error;
  }
}

/** Of several servers that start at once on an empty PostgreSQL one makes the tables; the others stumble over them. */
function isMadeMeanwhile(error: unknown): boolean {
  return /^(23505|42P07|40001)$/.test(reasonOf(error));
}

async function reaches(db: Kysely<Schema>, version: number): Promise<boolean> {
  for (const end = performance.now() + BUSY_LIMIT_MS; performance.now() < end; await sleep(LOOK_MS)) {
    if ((await versionOf(db)) >= version) return true;
  }
  return false;
}

function bringUp(db: Kysely<Schema>, now: Date, migrations: readonly Migration[]): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await transaction.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute();
    // Asked again with the lock: another server may have been faster.
    const before = await versionOf(transaction);
    for (const { version, up } of migrations.filter((migration) => migration.version > before)) {
      await up(transaction);
      await transaction.insertInto('schema_version').values({ version, applied_at: now.toISOString() }).execute();
    }
  });
}

/** Whether the connection answers at all. */
export async function ping(db: Kysely<Schema>): Promise<void> {
  await sql`select 1`.execute(db);
}
