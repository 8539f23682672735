import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { reasonOf, StartFault } from '../fault.ts';
import { countTables, type FileReport, flush, type TableCounts, verifyFile } from './sqlite-file.ts';

export interface BackupReport extends FileReport {
  readonly path: string;
  readonly bytes: number;
}

/** Throws a StartFault that names the first table of which a copy holds another number of rows. */
export function expectSameCounts(path: string, counted: TableCounts, copied: TableCounts): void {
  const names = [...new Set([...Object.keys(counted), ...Object.keys(copied)])];
  const other = names.find((name) => counted[name] !== copied[name]);
  if (other === undefined) return;
  throw new StartFault(
    `${path} holds ${copied[other] ?? 'no'} rows of ${other}, the store ${counted[other] ?? 'none'}.`,
  );
}

/** End of the name of a copy that may hold free pages. */
const LOOSE = '-loose';

/** Writes the file anew without free pages: what was deleted long ago, before deleting overwrote, is in no backup. */
function tighten(loose: string, to: string): void {
  const file = new Database(loose, { fileMustExist: true });
  try {
    file.pragma('journal_mode = DELETE');
    file.prepare('vacuum into ?').run(to);
  } finally {
    file.close();
  }
  rmSync(loose);
}

/** What lies beside a database while it is open. */
function removeParts(path: string): void {
  for (const end of ['', '-journal', '-wal', '-shm', LOOSE]) rmSync(path + end, { force: true });
}

async function copy(from: string, to: string): Promise<FileReport> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    // One moment of the store: what is written meanwhile is not in it, and does not make the copy begin again.
    source.exec('begin');
    const counted = countTables(source);
    await source.backup(to + LOOSE);
    tighten(to + LOOSE, to);
    const report = verifyFile(to);
    expectSameCounts(to, counted, report.tables);
    return report;
  } finally {
    source.close();
  }
}

/**
 * A copy of the store as it is at one moment, while a server may write it: opened, checked page by page and counted
 * table by table before it gets its name. Never overwrites. Throws a StartFault.
 */
export async function makeBackup(databasePath: string, target: string): Promise<BackupReport> {
  if (!existsSync(databasePath)) throw new StartFault(`${databasePath} is not there: nothing to back up.`);
  if (existsSync(target)) throw new StartFault(`${target} is there already: choose another name.`);
  if (!existsSync(dirname(target))) throw new StartFault(`${dirname(target)} is no folder: make it first.`);
  const part = `${target}.part`;
  try {
    removeParts(part);
    const report = await copy(databasePath, part);
    chmodSync(part, 0o600);
    flush(part);
    if (existsSync(target)) throw new StartFault(`${target} is there already: choose another name.`);
    renameSync(part, target);
    return { ...report, path: target, bytes: statSync(target).size };
  } catch (error) {
    removeParts(part);
    if (error instanceof StartFault) throw error;
    throw new StartFault(`${target} cannot be written (${reasonOf(error)}); nothing was kept there.`);
  }
}
