import { closeSync, existsSync, linkSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { reasonOf, StartFault } from '../fault.ts';
import type { AuditHead } from '../store/contract/audit-store.ts';
import { DATABASE_FILE } from '../store/database-file.ts';
import { makeFolder } from '../store/make-folder.ts';
import { openStore } from '../store/open.ts';
import { ANCHOR_FILE, noteAnchor } from './audit-anchors.ts';
import { stamp } from './backup-folder.ts';
import { holdFolder } from './folder-lock.ts';
import { type FileReport, flush, verifyFile } from './sqlite-file.ts';

export interface RestoreReport extends FileReport {
  /** Where the old database lies now; null when there was none. */
  readonly aside: string | null;
}

/** What every SQLite file begins with. */
const MAGIC = Buffer.from('SQLite format 3\0');

const BUSY = 'is in use by a running Petarawan: stop it, then restore.';

/** A copy to look at and to use: what is handed over is only read. */
async function copyOf(file: string, to: string): Promise<void> {
  let source: Database.Database | undefined;
  try {
    source = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
    await source.backup(to);
  } catch (error) {
    throw new StartFault(`${file} is damaged or no database (${reasonOf(error)}).`);
  } finally {
    source?.close();
  }
}

/**
 * Ends what is left in the -wal and takes every lock there is: also a program that knows nothing of ours is seen.
 * A damaged file has no locks to take and is put aside as it is. The end of its audit chain, as far as it can be read.
 */
function settle(path: string): AuditHead | null {
  // SQLite would throw away the -wal of what it does not know.
  if (!looksLikeDatabase(path)) return null;
  let file: Database.Database | undefined;
  try {
    file = new Database(path, { fileMustExist: true, timeout: 0 });
    file.pragma('locking_mode = EXCLUSIVE');
    file.pragma('journal_mode = DELETE');
    file.exec('begin exclusive; commit');
    return (file.prepare('select seq, hash from audit_head where id = 1').get() as AuditHead | undefined) ?? null;
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(reasonOf(error))) throw new StartFault(`${path} ${BUSY}`);
    return null;
  } finally {
    file?.close();
  }
}

function looksLikeDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(MAGIC.length);
    readSync(file, head);
    return head.equals(MAGIC);
  } finally {
    closeSync(file);
  }
}

/** The new file takes the name in one step where the disk has hard links: a crash leaves the old one or the new one. */
function replace(path: string, part: string, aside: string): void {
  // A -wal of the old file would spoil the new one.
  for (const end of ['-wal', '-shm', '-journal']) if (existsSync(path + end)) renameSync(path + end, aside + end);
  try {
    linkSync(path, aside);
  } catch {
    renameSync(path, aside);
  }
  renameSync(part, path);
}

/** Ends what could be used from before; the line that says so, in the chain that goes on; it names the end of the chain that was put aside. */
async function logRestore(dataDir: string, at: Date, replaced: AuditHead | null): Promise<void> {
  const store = await openStore(dataDir, at, null);
  try {
    // A session that was ended, and a link that was used, after the backup was made must not live again.
    const { database } = store.accounts;
    for (const table of ['user_session', 'user_challenge', 'invitation'] as const) {
      await database.deleteFrom(table).execute();
    }
    const detail = { replacedSeq: replaced?.seq ?? null, replacedHash: replaced?.hash ?? null };
    await store.audit.append({
      userId: null,
      role: 'admin',
      action: 'backup_restored',
      subject: null,
      detail,
      ip: null,
    });
    noteAnchor(dataDir, await store.audit.head(), at);
  } finally {
    await store.close();
  }
}

/**
 * Puts a backup in the place of the store; the old one stays beside it. Throws a StartFault, with everything as it
 * was, when a server runs or the file is damaged, another program's or a newer one's.
 */
export async function restoreBackup(dataDir: string, file: string, at: Date): Promise<RestoreReport> {
  if (!existsSync(file)) throw new StartFault(`${file} is not there.`);
  makeFolder(dataDir);
  const lock = holdFolder(dataDir);
  if (lock === null) throw new StartFault(`${dataDir} ${BUSY}`);
  const part = join(dataDir, `${DATABASE_FILE}.restoring`);
  try {
    rmSync(part, { force: true });
    await copyOf(file, part);
    const report = verifyFile(part);
    flush(part);
    const path = join(dataDir, DATABASE_FILE);
    const anchors = join(dataDir, ANCHOR_FILE);
    const suffix = `.replaced-${stamp(at)}`;
    const head = existsSync(path) ? settle(path) : null;
    const aside = existsSync(path) ? path + suffix : null;
    if (existsSync(anchors)) renameSync(anchors, anchors + suffix);
    if (aside === null) renameSync(part, path);
    else replace(path, part, aside);
    await logRestore(dataDir, at, head);
    return { ...report, aside };
  } finally {
    rmSync(part, { force: true });
    lock.release();
  }
}
