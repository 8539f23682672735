import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { stop } from './stop.mjs';
import { summary } from './summary.mjs';

/**
 * @typedef {{ name: string, value: number, unit: string, goal: string, ok: boolean }} Figure
 * @typedef {{ name: string, figures: Figure[] }} Result
 */

const FOLDER = 'test/bench';

/**
 * Runs one bench in a process of its own, so that no bench inherits the heap or the compiled code of another.
 *
 * @param {string} file
 * @returns {Promise<Result | null>} null when it threw
 */
function runInProcess(file) {
  return new Promise((resolve) => {
    /** @type {Result | null} */
    let result = null;
    const child = fork('scripts/bench/run.mjs', [pathToFileURL(file).href], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
    });
    child.on('message', (message) => {
      result = /** @type {Result} */ (message);
    });
    child.on('close', (code) => resolve(code === 0 ? result : null));
  });
}

/** @param {Figure} figure */
function row({ name, value, unit, goal, ok }) {
  const shown = Number.isInteger(value) ? String(value) : value.toPrecision(3);
  return `${ok ? 'ok  ' : 'MISS'} ${name.padEnd(64)} ${`${shown} ${unit}`.padStart(14)}   goal ${goal}`;
}

const asked = process.argv.slice(2);
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => asked.length === 0 || asked.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) stop(`no bench in ${FOLDER} matches ${asked.join(', ') || '*.bench.ts'}.`);

let met = 0;
let missed = 0;
for (const file of files) {
  const result = await runInProcess(`${FOLDER}/${file}`);
  console.log(`\n${result?.name ?? file}`);
  if (result === null || result.figures.length === 0) {
    console.log('MISS the bench gave no figures; its reason stands above');
    missed += 1;
    continue;
  }
  for (const figure of result.figures) {
    console.log(row(figure));
    if (figure.ok) met += 1;
    else missed += 1;
  }
}
console.log(`\n${summary(met, missed)}`);
process.exit(missed === 0 ? 0 : 1);
