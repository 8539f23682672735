import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../find-chromium.mjs';
import { stop } from '../stop.mjs';

/** Command that gives each platform a browser, for a person to run. */
const MEND = {
  linux: 'sudo apt-get install chromium',
  darwin: 'brew install --cask chromium',
  win32: 'winget install Google.Chrome',
};

function mayInstall() {
  const asked = process.env.INSTALL_CHROMIUM === '1' || (process.env.CI ?? '') !== '';
  return asked && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** @param {readonly string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', [...args], { stdio: ['ignore', 2, 2], env }).status === 0;
}

/** Finds a Chromium for the browser tests, installs one where that is allowed, or stops with the command that does. */
export async function ensureBrowser() {
  if (findChromium() !== null) return;
  if (process.env.CHROMIUM_PATH) stop(`CHROMIUM_PATH names no file: ${process.env.CHROMIUM_PATH}`);
  if (mayInstall()) {
    console.error('petarawan: installing Chromium for the browser tests …');
    aptGet(['update']);
    aptGet(['install', '-y', '--no-install-recommends', 'chromium']);
    if (findChromium() !== null) return;
  }
  const command = MEND[/** @type {keyof typeof MEND} */ (process.platform)] ?? MEND.linux;
  stop(`the browser tests need Chromium: ${command}  (or set CHROMIUM_PATH to a Chrome, Chromium or Edge)`);
}
