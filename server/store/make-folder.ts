import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing, one after the other. Throws what the system says.
 * `mkdirSync` with `recursive` would not return where the system makes no folders, as below /proc.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  let at = resolve(path);
  while (!existsSync(at) && dirname(at) !== at) {
    missing.unshift(at);
    at = dirname(at);
  }
  if (missing.length === 0 && !statSync(at).isDirectory()) mkdirSync(at);
  for (const folder of missing) {
    try {
      mkdirSync(folder);
    } catch (error) {
      const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      // Another start was faster; where it may not even be looked at, that is the reason to tell.
      if (!exists || !statSync(folder).isDirectory()) throw error;
    }
  }
}
