import type { Database } from 'better-sqlite3';

/** `Peta` in ASCII: what `file` and SQLite find at byte 68 of a database of this program. */
export const APPLICATION_ID = 0x50657461;

/**
 * Whether the file may be filled: it holds nothing, or it bears our mark, or it is one of ours from before there
 * was a mark. Reads only.
 */
export function isOurs(database: Database): boolean {
  const id = database.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) return true;
  if (id !== 0) return false;
  const columnsOf = database.prepare('select name from pragma_table_info(?) order by cid').pluck();
  const tables = database.prepare('select count(*) from sqlite_master').pluck().get();
  return tables === 0 || columnsOf.all('schema_version').join() === 'version,applied_at';
}

/** Puts our mark on the file. */
export function markAsOurs(database: Database): void {
  if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
  database.pragma(`application_id = ${APPLICATION_ID}`);
}
