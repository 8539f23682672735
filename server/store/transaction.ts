import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, PostgresAdapter, type Transaction } from 'kysely';
import { reasonOf } from '../fault.ts';
import type { Schema } from './schema.ts';
import { BUSY_LIMIT_MS } from './store-busy.ts';

const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 100;

/** PostgreSQL: serialisation failure, deadlock, lock not available; and two writers who took the same number. */
function isConflict(error: unknown): boolean {
  const code = reasonOf(error);
  if (/^(40001|40P01|55P03)$/.test(code)) return true;
  return code === '23505' && error instanceof Error && 'constraint' in error && error.constraint === 'audit_pkey';
}

/** The end of the line of writers of this process, per database. */
const lines = new WeakMap<Kysely<Schema>, Promise<unknown>>();

/** Writers of one process go one after another: each writes the end of the audit chain, so side by side they collide. */
function inLine<T>(db: Kysely<Schema>, act: () => Promise<T>): Promise<T> {
  const turn = (lines.get(db) ?? Promise.resolve()).then(act);
  lines.set(
    db,
    turn.catch(() => {}),
  );
  return turn;
}

async function repeated<T>(act: () => Promise<T>): Promise<T> {
  const end = performance.now() + BUSY_LIMIT_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await act();
    } catch (error) {
      if (!isConflict(error) || performance.now() >= end) throw error;
    }
    await sleep(pauseMs * (0.5 + Math.random()));
  }
}

/**
 * Runs a write as one serialisable transaction, again from its beginning when another writer was in the way: `write`
 * must do nothing but ask `transaction`, and never ask `db` or the store, which would wait for itself. Throws what
 * the database says, after 5 s also when it is busy.
 */
export function inTransaction<T>(
  db: Kysely<Schema>,
  write: (transaction: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  // SQLite has one writer and gives it its turn in the driver.
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return db.transaction().execute(write);
  return inLine(db, () => repeated(() => db.transaction().setIsolationLevel('serializable').execute(write)));
}
