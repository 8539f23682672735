import { statSync } from 'node:fs';
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

export interface SqliteOptions {
  /**
   * For rows that are not seen yet: a commit neither waits for the disk (`sqlite-log.ts` does, beside it) nor moves the
   * log into the file. The commit of another connection that makes them seen waits for all that stands before it.
   */
  readonly staged?: boolean;
}

/** A connection to a file that the program has opened before, as for a worker. Nothing is looked at. */
export function connectSqlite(path: string, { staged = false }: SqliteOptions = {}): SqliteConnection {
  const file = new Database(path);
  file.pragma('journal_mode = WAL');
  // An answer that was given survives a power cut.
  file.pragma(staged ? 'synchronous = NORMAL' : 'synchronous = FULL');
  if (staged) {
    file.pragma('wal_autocheckpoint = 0');
    // kB: a commit of 1,000 cases touches more than SQLite's 2 MB, which would go to the log twice.
    file.pragma('cache_size = -16000');
  }
  file.pragma('foreign_keys = ON');
  // What is forgotten (a child's point, a purged case) is overwritten, not only unlinked.
  file.pragma('secure_delete = ON');
  // Waiting in here would stop the event loop; the driver waits outside.
  file.pragma('busy_timeout = 0');
  return { file, db: new Kysely<Schema>({ dialect: dialectOf(file) }) };
}

/**
 * Files up to here are read whole before a start goes on: 0.4 s. `integrity_check` takes 10 to 25 s for a GB, so a
 * larger file is checked beside the running server.
 */
export const CHECKED_AT_START_BYTES = 16 * 1024 * 1024;

function expectWhole(file: Database.Database): void {
  const [finding] = file.prepare('pragma integrity_check(1)').pluck().all();
  if (finding !== 'ok') throw new DamagedStore(String(finding).replaceAll('\n', ' '));
}

/** Reads every page and index. Throws a DamagedStore. */
export function checkFile(path: string): void {
  const file = new Database(path, { readonly: true, fileMustExist: true });
  try {
    expectWhole(file);
  } finally {
    file.close();
  }
}

/**
 * Throws when the file is another program's (StartFault), or damaged as far as its size lets it be looked at now.
 * Reads only: such a file stays as it was.
 */
export function inspectFile(path: string): void {
  const file = new Database(path);
  try {
    if (!isOurs(file)) {
      throw new StartFault(`${path} is not a database of Petarawan: move it away, or set another DATA_DIR.`);
    }
    if (statSync(path).size <= CHECKED_AT_START_BYTES) expectWhole(file);
  } finally {
    file.close();
  }
}
