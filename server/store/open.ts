import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { reasonOf, StartFault } from '../fault.ts';
import { DamagedStore } from './damaged-store.ts';
import { DATABASE_FILE } from './database-file.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrations.ts';
import { isOurs, markAsOurs } from './ownership.ts';
import type { Schema } from './schema.ts';
import { sqlStore } from './sql-store.ts';
import type { Store } from './store.ts';
import { storeFault } from './store-fault.ts';

/** SQLite for tests that keep nothing. */
export const IN_MEMORY = ':memory:';

/** Looks before it writes: a file of another program, or a damaged one, stays as it was. */
function connect(path: string): Database.Database {
  const database = new Database(path);
  try {
    if (!isOurs(database)) {
      throw new StartFault(`${path} is not a database of Petarawan: move it away, or set another DATA_DIR.`);
    }
    const [finding] = database.prepare('pragma quick_check(1)').pluck().all();
    if (finding !== 'ok') throw new DamagedStore(String(finding).replaceAll('\n', ' '));
    database.pragma('journal_mode = WAL');
    // An answer that was given survives a power cut.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 5000');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
  } catch (error) {
    throw new StartFault(
      `DATA_DIR=${dataDir} cannot be made (${reasonOf(error)}): choose a folder that may be written.`,
    );
  }
}

async function openDatabase(path: string, now: Date): Promise<Store> {
  const database = connect(path);
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
  try {
    await migrate(db, path, now);
    markAsOurs(database);
    return sqlStore(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/**
 * Opens (and where needed makes) the store under a folder, or `IN_MEMORY`, with its tables up to date.
 * Throws a StartFault when the folder cannot be made or written, or the file is damaged, of another program or
 * of a newer one.
 */
export async function openStore(dataDir: string, now: Date): Promise<Store> {
  if (dataDir === IN_MEMORY) return openDatabase(IN_MEMORY, now);
  makeDataDir(dataDir);
  try {
    return await openDatabase(join(dataDir, DATABASE_FILE), now);
  } catch (error) {
    throw storeFault(error, dataDir) ?? error;
  }
}
