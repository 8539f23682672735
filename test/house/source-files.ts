import { readdirSync, readFileSync } from 'node:fs';

/** A file of ours: its path from the root with `/` between folders, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const ROOMS = ['client', 'domain', 'geodata', 'scripts', 'server', 'test'];
const NOT_OURS = new Set(['node_modules', 'dist', 'source', 'fixtures', 'vectors']);
const CODE = /\.(ts|tsx|mts|mjs|css)$/;

function codeBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : codeBelow(path);
    return CODE.test(entry.name) ? [path] : [];
  });
}

/** Every file of code in the rooms of the house, without what is generated or copied. */
export function sourceFiles(): readonly SourceFile[] {
  return ROOMS.flatMap(codeBelow).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
