/** Longest that a write waits for another writer before it is given up; a caller answers 503 then. */
export const BUSY_LIMIT_MS = 5_000;

/** A write did not get its turn in time. `code` is what SQLite says in the same case. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  readonly code = 'SQLITE_BUSY';
}
