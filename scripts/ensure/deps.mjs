import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { npm } from '../npm.mjs';
import { stop } from '../stop.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

/**
 * The first package that is missing or has another version than the lockfile says, or null.
 * npm keeps what it installed in `node_modules/.package-lock.json`; packages for other platforms are not there.
 *
 * @param {Lock} lock `package-lock.json`
 * @param {Lock} installed `node_modules/.package-lock.json`
 * @returns {string | null}
 */
export function firstStalePackage(lock, installed) {
  for (const [path, entry] of Object.entries(lock.packages ?? {})) {
    if (path === '' || entry.link) continue;
    const found = installed.packages?.[path];
    if (found === undefined ? !entry.optional : found.version !== entry.version) return path;
  }
  return null;
}

/** @param {string} file @returns {Lock | null} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function isFresh() {
  const lock = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  if (lock === null) stop('package-lock.json cannot be read: restore it (git checkout package-lock.json).');
  return installed !== null && firstStalePackage(lock, installed) === null;
}

/** @returns {string | null} the reason why the SQLite driver does not load, or null */
function whyDriverFails() {
  try {
    const Database = createRequire(`${process.cwd()}/package.json`)('better-sqlite3');
    new Database(':memory:').close();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

/** Installs exactly what `package-lock.json` says when something is missing, and makes the SQLite driver load. */
export async function ensureDeps() {
  if (!existsSync('package-lock.json')) {
    stop('package-lock.json is missing: restore it (git checkout package-lock.json).');
  }
  if (!isFresh()) {
    console.error('petarawan: installing packages (the SQLite driver may compile for some minutes) …');
    // Development packages build and test, so NODE_ENV=production must not leave them out.
    if (!npm(['ci', '--include=dev'])) stop('npm ci failed; its reason stands above. Mend it and start again.');
  }
  if (whyDriverFails() === null) return;
  console.error('petarawan: the SQLite driver does not load in this Node; building it again …');
  npm(['rebuild', 'better-sqlite3']);
  const reason = whyDriverFails();
  if (reason !== null) {
    stop(`better-sqlite3 does not load (${reason}). It compiles with python3, make and a C++ compiler: install them.`);
  }
}
