/**
 * @typedef {{ version?: string, resolved?: string, link?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 * @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} Manifest
 */

/** Oldest releases without a hole that we know of; `npm audit` needs internet, this table does not. */
const MINIMUM_VERSIONS = {
  // attribution XSS before 6.4.1
  'maplibre-gl': '6.4.1',
  // `//admin` walked past middleware before 1.19.13
  '@hono/node-server': '1.19.15',
};

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/** @param {string} version @param {string} minimum plain `major.minor.patch`, both */
function isOlder(version, minimum) {
  const [a, b] = [version, minimum].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const at = (a ?? []).findIndex((number, index) => number !== b?.[index]);
  return at !== -1 && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}

/**
 * Faults of the lockfile and the manifest, each one line; empty when there are none.
 *
 * @param {Manifest} manifest `package.json`
 * @param {Lock} lock `package-lock.json`
 * @param {Readonly<Record<string, string>>} [minimumVersions]
 * @returns {string[]}
 */
export function lockfileFaults(manifest, lock, minimumVersions = MINIMUM_VERSIONS) {
  const entries = Object.entries(lock.packages ?? {});
  const hosts = entries
    .filter(([path, entry]) => path !== '' && !entry.link && entry.resolved !== undefined)
    .map(([path]) => `${path}: "resolved" ties the lockfile to one host`);
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name}: "${version}" is not an exact version`);
  const old = Object.entries(minimumVersions).flatMap(([name, minimum]) =>
    entries
      .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
      .filter(([, entry]) => isOlder(entry.version ?? '0.0.0', minimum))
      .map(([path, entry]) => `${path}: ${entry.version} is older than ${minimum}`),
  );
  return [...hosts, ...loose, ...old];
}
