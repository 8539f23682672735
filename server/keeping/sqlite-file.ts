import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { reasonOf, StartFault } from '../fault.ts';
import { MIGRATIONS } from '../store/migrations.ts';
import { isOurs } from '../store/ownership.ts';

/** Rows of each table. */
export type TableCounts = Readonly<Record<string, number>>;

export function countTables(file: Database.Database): TableCounts {
  const names = file
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    names.map((name) => [name, file.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  );
}

export interface FileReport {
  /** Of the tables. */
  readonly version: number;
  readonly tables: TableCounts;
}

/**
 * Reads every page of a database file. Throws a StartFault when it is damaged, another program's or a newer one's.
 * The file is made one that needs no other beside it.
 */
export function verifyFile(path: string): FileReport {
  let file: Database.Database | undefined;
  try {
    file = new Database(path, { fileMustExist: true, timeout: 0 });
    if (!isOurs(file)) throw new StartFault(`${path} is not a database of Petarawan.`);
    file.pragma('journal_mode = DELETE');
    const [finding] = file.prepare('pragma integrity_check(1)').pluck().all();
    if (finding !== 'ok') throw new StartFault(`${path} is damaged: ${String(finding).replaceAll('\n', ' ')}.`);
    if (file.prepare('pragma foreign_key_check').all().length > 0) {
      throw new StartFault(`${path} is damaged: rows point to rows that are not there.`);
    }
    const newest = Math.max(...MIGRATIONS.map(({ version }) => version));
    const tables = countTables(file);
    if (tables.schema_version === undefined) throw new StartFault(`${path} holds no tables of Petarawan.`);
    const version = file.prepare('select max(version) from schema_version').pluck().get() as number;
    if (version > newest) {
      throw new StartFault(
        `${path} was written by a newer Petarawan (tables of version ${version}, this program knows ${newest}).`,
      );
    }
    return { version, tables };
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(`${path} is damaged or no database (${reasonOf(error)}).`);
  } finally {
    file?.close();
  }
}

/** What was written is on the disk when this returns. */
export function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
