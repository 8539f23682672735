import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Build } from './build.ts';
import { sha256 } from './sha256.ts';

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function isOlderEdition(file: string, editionId: string): boolean {
  return file.startsWith('edition/') && !file.startsWith(`edition/${editionId}/`);
}

/** Hashes that an edition states of its own files, or null when its head cannot be read. */
function statedHashes(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const head: unknown = JSON.parse(text);
    if (typeof head !== 'object' || head === null || !('files' in head)) return null;
    return typeof head.files === 'object' && head.files !== null ? { ...head.files } : null;
  } catch {
    return null;
  }
}

/** Older editions are immutable: each file must still have the hash that its edition states. */
function changedEditions(folder: string, editionId: string): readonly string[] {
  const older = filesUnder(folder).filter((file) => isOlderEdition(file, editionId));
  const ids = [...new Set(older.map((file) => file.split('/')[1] ?? ''))];
  return ids.flatMap((id) => {
    const at = join(folder, 'edition', id);
    const head = join(at, 'edition.json');
    const hashes = existsSync(head) ? statedHashes(readFileSync(head, 'utf8')) : null;
    if (hashes === null) return [`edition/${id}: its edition.json is missing or unreadable`];
    return Object.entries(hashes).flatMap(([name, hash]) => {
      const file = join(at, name);
      const same = existsSync(file) && sha256(readFileSync(file, 'utf8')) === hash;
      return same ? [] : [`edition/${id}/${name}: an older edition was changed`];
    });
  });
}

/**
 * How the committed folder differs from the build, one line a file: missing, different, left over.
 * Empty = no drift. Older editions may stay, but unchanged.
 */
export function drift({ files, editionId }: Build, folder: string): readonly string[] {
  const wanted = [...files].flatMap(([name, content]) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [`${name}: missing`];
    return readFileSync(path, 'utf8') === content ? [] : [`${name}: differs from the build`];
  });
  const extra = filesUnder(folder)
    .filter((file) => !files.has(file) && !isOlderEdition(file, editionId))
    .map((file) => `${file}: not made by the build`);
  return [...wanted, ...extra, ...changedEditions(folder, editionId)];
}

/**
 * Writes the build beside `folder` and then swaps the folders, so that a failure leaves the old one whole.
 * Older editions are carried over as they are.
 */
export function writeDist({ files, editionId }: Build, folder: string): void {
  const fresh = `${folder}.new-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  try {
    for (const [name, content] of files) {
      const path = join(fresh, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    for (const file of filesUnder(folder)) {
      if (isOlderEdition(file, editionId)) cpSync(join(folder, file), join(fresh, file), { recursive: true });
    }
    if (existsSync(folder)) renameSync(folder, old);
    try {
      renameSync(fresh, folder);
    } catch (error) {
      if (existsSync(old)) renameSync(old, folder);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
