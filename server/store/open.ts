import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { reasonOf, StartFault } from '../fault.ts';
import { migrate } from './migrations.ts';
import type { Schema } from './schema.ts';
import { sqlStore } from './sql-store.ts';
import type { Store } from './store.ts';

export const DATABASE_FILE = 'petarawan.sqlite';

/** SQLite for tests that keep nothing. */
export const IN_MEMORY = ':memory:';

function connect(path: string): Database.Database {
  const database = new Database(path);
  try {
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

function openFile(dataDir: string): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new StartFault(
      `DATA_DIR=${dataDir} cannot be made (${reasonOf(error)}): choose a folder that may be written.`,
    );
  }
  const path = join(dataDir, DATABASE_FILE);
  try {
    return connect(path);
  } catch (error) {
    if (reasonOf(error) === 'SQLITE_NOTADB') {
      throw new StartFault(`${path} is not a database of Petarawan: move it away, or set another DATA_DIR.`);
    }
    throw new StartFault(
      `DATA_DIR=${dataDir} cannot be written (${reasonOf(error)}): give the folder to the user that runs Petarawan, ` +
        'or set another DATA_DIR.',
    );
  }
}

/**
 * Opens (and where needed makes) the store under a folder, or `IN_MEMORY`, with its tables up to date.
 * Throws a StartFault when the folder cannot be made or written, or a newer program wrote the file.
 */
export async function openStore(dataDir: string, now: Date): Promise<Store> {
  const database = dataDir === IN_MEMORY ? connect(IN_MEMORY) : openFile(dataDir);
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
  try {
    await migrate(db, dataDir === IN_MEMORY ? IN_MEMORY : join(dataDir, DATABASE_FILE), now);
  } catch (error) {
    await db.destroy();
    if (reasonOf(error).startsWith('SQLITE_READONLY')) {
      throw new StartFault(
        `${join(dataDir, DATABASE_FILE)} may not be written: give it to the user that runs Petarawan.`,
      );
    }
    throw error;
  }
  return sqlStore(db);
}
