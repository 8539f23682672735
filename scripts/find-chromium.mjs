import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** @type {Readonly<Record<string, readonly string[]>>} */
const USUAL = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Path of a Chromium on this machine: `CHROMIUM_PATH`, then the usual places, then `PATH`; null when there is none.
 * A `CHROMIUM_PATH` that does not exist is an answer too: null, not another browser than the one asked for.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform] as `process.platform`
 * @param {(path: string) => boolean} [exists]
 * @returns {string | null}
 */
export function findChromium(env = process.env, platform = process.platform, exists = existsSync) {
  if (env.CHROMIUM_PATH) return exists(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
  const usual = USUAL[platform] ?? [];
  const places = platform === 'win32' ? roots.flatMap((root) => usual.map((place) => `${root}\\${place}`)) : usual;
  const onPath =
    platform === 'win32'
      ? []
      : (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...places, ...onPath].find((place) => exists(place)) ?? null;
}
