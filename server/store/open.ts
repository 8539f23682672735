import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { DATABASE_FILE } from './database-file.ts';
import { makeDataDir } from './make-data-dir.ts';
import { migrate } from './migrations.ts';
import { markAsOurs } from './ownership.ts';
import { connectPostgres } from './postgres-connect.ts';
import type { Schema } from './schema.ts';
import { sealFingerprints } from './seal-fingerprints.ts';
import { sqlStore } from './sql-store.ts';
import { connectSqlite, inspectFile, type SqliteOptions } from './sqlite-connect.ts';
import type { Store } from './store.ts';
import { storeFault } from './store-fault.ts';

/** SQLite for tests that keep nothing. */
export const IN_MEMORY = ':memory:';

/** Where a store lies; plain, so that it can be handed to a worker. */
export interface StoreAddress {
  /** Folder of the SQLite file, or `IN_MEMORY`. */
  readonly dataDir: string;
  /** PostgreSQL instead, when it is set. */
  readonly databaseUrl: string | null;
  /** Schema of the tables in PostgreSQL; the user's default when it is not given. */
  readonly schema?: string | null;
}

/**
 * One more connection to a store that is open already, as a worker needs it. Not for `IN_MEMORY`.
 * `destroy()` closes it.
 */
export function connect(
  { dataDir, databaseUrl, schema = null }: StoreAddress,
  options: SqliteOptions = {},
): Kysely<Schema> {
  return databaseUrl === null
    ? connectSqlite(join(dataDir, DATABASE_FILE), options).db
    : connectPostgres({ databaseUrl, schema });
}

async function openFile(path: string, now: Date): Promise<Kysely<Schema>> {
  if (path !== IN_MEMORY && existsSync(path)) inspectFile(path);
  const { file, db } = connectSqlite(path);
  const keepCopy = async (version: number) => {
    const copy = `${path}.before-v${version}`;
    await file.backup(`${copy}.part`);
    renameSync(`${copy}.part`, copy);
  };
  try {
    await migrate(db, { where: path, now, keepCopy });
    markAsOurs(file);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function openPostgres(databaseUrl: string, schema: string | null, now: Date): Promise<Kysely<Schema>> {
  const db = connectPostgres({ databaseUrl, schema });
  try {
    await migrate(db, { where: 'the database of DATABASE_URL', now });
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/**
 * The database with its tables up to date, made where there is none.
 * Throws a StartFault when the folder cannot be made or written, the file is damaged, of another program or of a
 * newer one, or PostgreSQL cannot be reached.
 */
export async function openDatabase(address: StoreAddress, now: Date): Promise<Kysely<Schema>> {
  const { dataDir, databaseUrl, schema = null } = address;
  if (databaseUrl === null && dataDir === IN_MEMORY) return openFile(IN_MEMORY, now);
  try {
    if (dataDir !== IN_MEMORY) makeDataDir(dataDir);
    if (databaseUrl !== null) return await openPostgres(databaseUrl, schema, now);
    return await openFile(join(dataDir, DATABASE_FILE), now);
  } catch (error) {
    throw storeFault(error, dataDir) ?? error;
  }
}

/** The store over `openDatabase`, with its faults; `fingerprintKey` as in `sqlIncidentStore`. */
export async function openStore(
  dataDir: string,
  now: Date,
  fingerprintKey: string | null,
  databaseUrl: string | null = null,
): Promise<Store> {
  const db = await openDatabase({ dataDir, databaseUrl }, now);
  try {
    if (fingerprintKey !== null) await sealFingerprints(db, fingerprintKey, now);
    return sqlStore(db, fingerprintKey);
  } catch (error) {
    await db.destroy();
    throw storeFault(error, dataDir) ?? error;
  }
}
