import { join } from 'node:path';
import Database from 'better-sqlite3';
import { reasonOf, StartFault } from '../fault.ts';

/** Name of the lock below DATA_DIR: an empty file, held by the operating system and not by being there. */
const LOCK_FILE = 'server.lock';

/**
 * Holds a data folder for this process until `release`, or until the process ends in whatever way. SQLite's own
 * exclusive lock is the means: it is the system's lock on each platform, and a killed process holds nothing.
 * Null when another process holds it.
 */
export function holdFolder(dataDir: string): { readonly release: () => void } | null {
  const path = join(dataDir, LOCK_FILE);
  let file: Database.Database | undefined;
  try {
    file = new Database(path, { timeout: 0 });
    file.exec('begin exclusive');
  } catch (error) {
    file?.close();
    const code = reasonOf(error);
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return null;
    throw new StartFault(`${path} cannot be written (${code}): give DATA_DIR to the user that runs Petarawan.`);
  }
  const held = file;
  return { release: () => held.close() };
}
