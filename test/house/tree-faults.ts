import type { SourceFile } from './source-files.ts';

const LINE_STOP = 300;

/** Tables of texts and values: their length is their content. */
const DATA_TABLES = [/^client\/i18n\/(id|en)\.ts$/, /^domain\/action-table\.ts$/];

const DRAWERS = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'lib',
  'shared',
  'common',
  'constants',
  'types',
  'misc',
]);

const TOP_LEVEL = new Set([
  '.ci',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  'LICENSE',
  'README.md',
  'biome.json',
  'client',
  'docs',
  'domain',
  'geodata',
  'knip.json',
  'package-lock.json',
  'package.json',
  'scripts',
  'server',
  'test',
  'tsconfig.json',
  'vite.config.server.ts',
  'vite.config.ts',
  'vitest.config.ts',
]);

/** A file over the size stop, or null. */
export function sizeFault({ path, text }: SourceFile): string | null {
  if (DATA_TABLES.some((table) => table.test(path))) return null;
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > LINE_STOP ? `${path}: ${lines} lines, stop is ${LINE_STOP}` : null;
}

/** A folder or file named like a drawer for anything, or null. */
export function drawerFault(path: string): string | null {
  const drawer = path.split('/').find((part) => DRAWERS.has(part.replace(/\..*$/, '')));
  return drawer === undefined ? null : `${path}: "${drawer}" says nothing; name the thing`;
}

/** An entry at the root that nobody decided on, or null. */
export function topLevelFault(entry: string): string | null {
  return TOP_LEVEL.has(entry) ? null : `${entry} does not belong at the root`;
}
