import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './ensure/browser.mjs';
import { ensureBuild } from './ensure/build.mjs';
import { ensureDeps } from './ensure/deps.mjs';
import { ensureNode } from './ensure/node.mjs';
import { stop } from './stop.mjs';

// Runs before npm start and npm test, also on a fresh clone: nothing here may import a package.
/** @type {Readonly<Record<string, () => Promise<void>>>} */
const STEPS = { node: ensureNode, deps: ensureDeps, build: ensureBuild, browser: ensureBrowser };

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
for (const name of process.argv.slice(2)) {
  const step = STEPS[name];
  if (step === undefined) stop(`ensure knows ${Object.keys(STEPS).join(', ')}, not "${name}".`);
  await step();
}
