import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const STAMP = 'dist/.built';
const PRODUCTS = ['dist/client/index.html', 'dist/server/main.js'];

/** Everything that a change of makes the bundles stale. */
const SOURCES = [
  'client',
  'domain',
  'geodata/dist',
  'server',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'vite.config.server.ts',
];

/** @param {string} path @returns {string[]} the files at or below `path`, sorted, with `/` between folders */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .sort();
}

/** SHA-256 over names and bytes of the sources: a fresh clone has new times but the same bytes. */
export function hashSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const files = source.includes('.') ? [source].filter((file) => existsSync(file)) : filesBelow(source);
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether `dist/` was built, to the end, from the sources as they are now. */
export function isBuilt() {
  if (!existsSync(STAMP) || !PRODUCTS.every((product) => existsSync(product))) return false;
  return readFileSync(STAMP, 'utf8') === hashSources();
}

export function removeStamp() {
  rmSync(STAMP, { force: true });
}

/** @param {string} hash of the sources as they were when the build began */
export function writeStamp(hash) {
  writeFileSync(STAMP, hash);
}
