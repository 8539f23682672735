import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Below DATA_DIR. */
const FOLDER = 'backups';
const NAME = /^petarawan-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(daily|page)\.sqlite$/;

/** Made by the clock, or by an admin; each kind is rotated by itself, so that clicks crowd no day out. */
export type BackupKind = 'daily' | 'page';

export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  /** RFC 3339, from the name. */
  readonly at: string;
  readonly kind: BackupKind;
}

export function backupFolder(dataDir: string): string {
  return join(dataDir, FOLDER);
}

/** `2026-11-24T08:00:00.000Z` as `20261124T080000Z`: sorts by time, and every file system takes it. */
export function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Path for a backup of this moment; the folder is made, for its user alone. */
export function newBackupPath(dataDir: string, at: Date, kind: BackupKind): string {
  mkdirSync(backupFolder(dataDir), { recursive: true, mode: 0o700 });
  return join(backupFolder(dataDir), `petarawan-${stamp(at)}-${kind}.sqlite`);
}

/** Backups in the folder, newest first; other files there are not looked at. */
export function listBackups(dataDir: string): readonly BackupFile[] {
  const folder = backupFolder(dataDir);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort().reverse();
  return names.flatMap((name): BackupFile[] => {
    const [, year, month, day, hour, minute, second, kind] = NAME.exec(name) ?? [];
    if (kind !== 'daily' && kind !== 'page') return [];
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
    return [{ name, bytes: statSync(join(folder, name)).size, at, kind }];
  });
}

/** Removes all but the newest `keep` of a kind. Returns how many went. */
export function rotateBackups(dataDir: string, keep: number, kind: BackupKind): number {
  const old = listBackups(dataDir)
    .filter((backup) => backup.kind === kind)
    .slice(Math.max(1, keep));
  for (const { name } of old) rmSync(join(backupFolder(dataDir), name));
  return old.length;
}
