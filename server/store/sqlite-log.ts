import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, SqliteAdapter, sql } from 'kysely';
import { DATABASE_FILE } from './database-file.ts';
import type { Schema } from './schema.ts';

/** SQLite's own: a commit that finds more of them in the log moves them into the file. */
const FRAMES = 1000;

const isSqlite = (db: Kysely<Schema>): boolean => db.getExecutor().adapter instanceof SqliteAdapter;

/**
 * While an import fills the log by some 50 MB, a commit of the server would move all of it and stop the event loop for
 * 50 ms and more: it leaves that to the import's process. Nothing to do on PostgreSQL.
 */
export async function leaveLog(db: Kysely<Schema>, leave: boolean): Promise<void> {
  if (isSqlite(db)) await sql.raw(`pragma wal_autocheckpoint = ${leave ? 0 : FRAMES}`).execute(db);
}

/** Moves the log into the file as far as nobody reads it. */
export async function moveLog(db: Kysely<Schema>): Promise<void> {
  if (isSqlite(db)) await sql.raw('pragma wal_checkpoint(passive)').execute(db);
}

/**
 * What was overwritten leaves the log of a SQLite file too: it is moved into the file and cut to nothing. Asks for the
 * lock once and waits for nobody: false when somebody reads or writes, or when an import fills the log, so that moving
 * it would keep writers waiting; otherwise no more than `FRAMES` pages are moved. Then it is to be tried again.
 */
export async function emptyLog(db: Kysely<Schema>): Promise<boolean> {
  if (!isSqlite(db)) return true;
  const { rows: left } = await sql<{ wal_autocheckpoint: number }>`pragma wal_autocheckpoint`.execute(db);
  if (left[0]?.wal_autocheckpoint === 0) return false;
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}

export interface LogFlush {
  /** Stops; resolves when everything written so far is on the disk. */
  readonly finish: () => Promise<void>;
}

const FLUSH_MS = 50;

/**
 * Has the disk keep up with the log of a SQLite file while another thread writes it without waiting, so that a commit
 * of the server that does wait finds little left to wait for. Rejects `finish` when the disk fails.
 */
export function flushLog(dataDir: string): LogFlush {
  let ended = false;
  const run = async (): Promise<void> => {
    const file = await open(join(dataDir, `${DATABASE_FILE}-wal`), 'r+');
    try {
      while (!ended) {
        await file.datasync();
        await new Promise((resolve) => setTimeout(resolve, FLUSH_MS));
      }
      await file.datasync();
    } finally {
      await file.close();
    }
  };
  const running = run();
  running.catch(() => {});
  return {
    finish: () => {
      ended = true;
      return running;
    },
  };
}
