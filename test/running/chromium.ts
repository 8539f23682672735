import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** WebGL in software, so that the map paints on a machine without a graphics card. */
const SOFTWARE_GL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** The Chromium of this machine. Throws with the command that mends a missing one. */
export function launchChromium(
  options: { readonly webgl?: boolean; readonly args?: readonly string[] } = {},
): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error(
      'No Chromium found. Debian: apt-get install -y chromium, else set CHROMIUM_PATH to a Chrome or Chromium.',
    );
  }
  const gl = options.webgl === false ? ['--disable-gpu', '--disable-3d-apis'] : SOFTWARE_GL;
  return chromium.launch({ executablePath, args: [...FLAGS, ...gl, ...(options.args ?? [])] });
}
