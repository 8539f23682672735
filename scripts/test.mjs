import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { summary } from './summary.mjs';
import { testCounts } from './test-counts.mjs';

// One project after another: a software-rendered browser beside other tests starves on two cores.
const PROJECTS = ['unit', 'browser'];
const passedOn = process.argv.slice(2);
const selects = passedOn.some((argument) => !argument.startsWith('-'));

/** @param {string} file @returns {import('./test-counts.mjs').Report | null} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} project @returns {import('./test-counts.mjs').Counts} */
function run(project) {
  const file = `test-results/${project}.json`;
  rmSync(file, { force: true });
  console.log(`\n── ${project} ──`);
  const args = ['--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  // A path on the command line usually selects files of one project only.
  if (selects) args.push('--passWithNoTests');
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args, ...passedOn], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const report = readReport(file);
  return testCounts(report ?? (selects && status === 0 ? NOTHING : null), status);
}

/** @type {import('./test-counts.mjs').Report} */
const NOTHING = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

mkdirSync('test-results', { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const project of PROJECTS) {
  const counts = run(project);
  console.log(`${project}: ${summary(counts.passed, counts.failed)}, ${counts.skipped} skipped`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
if (total.passed + total.failed === 0) {
  console.log('No test ran: nothing matches what was asked for.');
  total.failed = 1;
}
console.log(`\n${summary(total.passed, total.failed)}`);
process.exit(total.failed === 0 ? 0 : 1);
