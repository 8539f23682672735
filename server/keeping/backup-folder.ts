import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Below DATA_DIR. */
const FOLDER = 'backups';
const NAME = /^petarawan-\d{8}T\d{6}Z\.sqlite$/;

export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  /** RFC 3339, from the name. */
  readonly at: string;
}

export function backupFolder(dataDir: string): string {
  return join(dataDir, FOLDER);
}

/** `2026-11-24T08:00:00.000Z` as `20261124T080000Z`: sorts by time, and every file system takes it. */
export function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Path for a backup of this moment; the folder is made, for its user alone. */
export function newBackupPath(dataDir: string, at: Date): string {
  mkdirSync(backupFolder(dataDir), { recursive: true, mode: 0o700 });
  return join(backupFolder(dataDir), `petarawan-${stamp(at)}.sqlite`);
}

/** Backups in the folder, newest first; other files there are not looked at. */
export function listBackups(dataDir: string): readonly BackupFile[] {
  const folder = backupFolder(dataDir);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  return names
    .sort()
    .reverse()
    .map((name) => ({
      name,
      bytes: statSync(join(folder, name)).size,
      at: name.replace(/^petarawan-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.sqlite$/, '$1-$2-$3T$4:$5:$6Z'),
    }));
}

/** Removes all but the newest `keep`. Returns how many went. */
export function rotateBackups(dataDir: string, keep: number): number {
  const old = listBackups(dataDir).slice(Math.max(1, keep));
  for (const { name } of old) rmSync(join(backupFolder(dataDir), name));
  return old.length;
}
