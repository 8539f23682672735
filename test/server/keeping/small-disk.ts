import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly path: string;
  readonly readOnly: () => void;
  readonly remove: () => void;
}

function mount(...args: readonly string[]): boolean {
  return spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
}

/** A file system of so many kB in memory; null where this user may not mount one. */
export function smallDisk(kilobytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const path = mkdtempSync(join(tmpdir(), 'petarawan-disk-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path)) {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    readOnly: () => {
      if (!mount('-o', 'remount,ro', path)) throw new Error('the disk cannot be made read-only');
    },
    remove: () => {
      spawnSync('umount', [path], { stdio: 'ignore' });
      rmSync(path, { recursive: true, force: true });
    },
  };
}
