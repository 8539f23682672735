import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/**
 * Runs npm with the Node of this process, its output on stderr, without asking anything.
 *
 * @param {readonly string[]} args
 * @returns {boolean} whether npm ended well
 */
export function npm(args) {
  const started = process.env.npm_execpath;
  const stdio = /** @type {const} */ (['ignore', 2, 2]);
  if (started !== undefined && basename(started) === 'npm-cli.js') {
    return spawnSync(process.execPath, [started, ...args], { stdio: [...stdio] }).status === 0;
  }
  // npm is a .cmd file on Windows, which Node starts only through a shell; the arguments are ours.
  return spawnSync('npm', [...args], { stdio: [...stdio], shell: process.platform === 'win32' }).status === 0;
}
