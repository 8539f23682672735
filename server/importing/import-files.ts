import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of uploads below DATA_DIR; everything in it may be read by its owner alone. */
export const IMPORTS_FOLDER = 'imports';

/** What is kept of an import until it ends: the rows, and what the dry run found. */
export function importFiles(folder: string, importId: string) {
  const at = (name: string): string => join(folder, `${importId}.${name}`);
  return {
    upload: at('upload'),
    rows: at('rows'),
    accepted: at('accepted'),
    rejected: at('rejected'),
    duplicates: at('duplicates'),
    /** Row numbers of the duplicates, 32 bits each. */
    duplicateRows: at('duplicate-rows'),
  } as const;
}

export type ImportFiles = ReturnType<typeof importFiles>;

/** Deletes all of it. */
export function removeImportFiles(files: ImportFiles): void {
  for (const path of Object.values(files)) {
    rmSync(path, { force: true });
    rmSync(`${path}.index`, { force: true });
  }
}
