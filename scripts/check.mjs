import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { lockfileFaults } from './check/lockfile.mjs';
import { summary } from './summary.mjs';

/** @typedef {{ ok: boolean, output: string }} Outcome */

/** @param {readonly string[]} args of Node @returns {Outcome} */
function node(args) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}` };
}

/** @returns {Outcome} */
function lockfile() {
  const [manifest, lock] = ['package.json', 'package-lock.json'].map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const faults = lockfileFaults(manifest, lock);
  return { ok: faults.length === 0, output: faults.join('\n') };
}

/** @type {Readonly<Record<string, () => Outcome>>} */
const CHECKS = {
  types: () => node(['node_modules/typescript/bin/tsc', '--noEmit']),
  'lint and format': () => node(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  'geodata is built from its sources': () => node(['--import', 'tsx', 'geodata/main.ts', '--check']),
  'dead code': () => node(['node_modules/knip/bin/knip.js', '--no-progress']),
  'versions and lockfile': lockfile,
};

let failed = 0;
for (const [name, check] of Object.entries(CHECKS)) {
  const start = performance.now();
  const { ok, output } = check();
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (ok) continue;
  failed += 1;
  console.log(output.trimEnd());
}
console.log(`\n${summary(Object.keys(CHECKS).length - failed, failed)}`);
process.exit(failed === 0 ? 0 : 1);
