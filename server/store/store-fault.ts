import { statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, StartFault } from '../fault.ts';
import { DamagedStore } from './damaged-store.ts';
import { DATABASE_FILE } from './database-file.ts';
import { postgresFault } from './postgres-fault.ts';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What SQLite says, or the store about its rows, as one line about the file; null for what is a bug of the program. */
export function storeFault(error: unknown, dataDir: string): StartFault | null {
  const path = join(dataDir, DATABASE_FILE);
  const code = reasonOf(error);
  const lacks = code === 'SQLITE_ERROR' && error instanceof Error && /^no such (table|column)/.test(error.message);
  if (error instanceof DamagedStore || lacks || /^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    const what = error instanceof Error ? reasonOf(new Error(error.message)) : code;
    return new StartFault(
      `${path} is damaged: ${what}; restore a backup or move it away together with its -wal and -shm, and start again.`,
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new StartFault(`${path} may not be written: give it to the user that runs Petarawan.`);
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new StartFault(
      `${path} is in use by another program: stop it (perhaps a second Petarawan), and start again.`,
    );
  }
  if (code === 'SQLITE_FULL') {
    return new StartFault(`${path}: there is no room left on its disk (${code}): make room, and start again.`);
  }
  if (code.startsWith('SQLITE_CANTOPEN') && isFolder(path)) {
    return new StartFault(`${path} is a folder, not a file: move it away, or set another DATA_DIR.`);
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new StartFault(
      `DATA_DIR=${dataDir} cannot be written (${code}): give the folder to the user that runs Petarawan, ` +
        'or set another DATA_DIR.',
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new StartFault(`${path} cannot be read or written (${code}): look at the disk it lies on.`);
  }
  return postgresFault(error);
}
