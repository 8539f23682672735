import Database from 'better-sqlite3';
import { type Dialect, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { StartFault } from '../fault.ts';
import { DamagedStore } from './damaged-store.ts';
import { isOurs } from './ownership.ts';
import type { Schema } from './schema.ts';
import { SqliteDriver } from './sqlite-driver.ts';

function dialectOf(database: Database.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

export interface SqliteConnection {
  readonly db: Kysely<Schema>;
  /** For what only a file has: its mark, its copy. */
  readonly file: Database.Database;
}

/** A connection to a file that the program has opened before, as for a worker. Nothing is looked at. */
export function connectSqlite(path: string): SqliteConnection {
  const file = new Database(path);
  file.pragma('journal_mode = WAL');
  // An answer that was given survives a power cut.
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  // Waiting in here would stop the event loop; the driver waits outside.
  file.pragma('busy_timeout = 0');
  return { file, db: new Kysely<Schema>({ dialect: dialectOf(file) }) };
}

/**
 * Throws when the file is another program's (StartFault) or damaged. Reads only: such a file stays as it was.
 * `integrity_check` reads every page and index.
 */
export function inspectFile(path: string): void {
  const file = new Database(path);
  try {
    if (!isOurs(file)) {
      throw new StartFault(`${path} is not a database of Petarawan: move it away, or set another DATA_DIR.`);
    }
    const [finding] = file.prepare('pragma integrity_check(1)').pluck().all();
    if (finding !== 'ok') throw new DamagedStore(String(finding).replaceAll('\n', ' '));
  } finally {
    file.close();
  }
}
