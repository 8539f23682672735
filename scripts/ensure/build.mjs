import { spawnSync } from 'node:child_process';
import { isBuilt } from '../build-stamp.mjs';
import { stop } from '../stop.mjs';

/** Builds page and server when `dist/` is missing or older than the sources. */
export async function ensureBuild() {
  if (isBuilt()) return;
  console.error('petarawan: building page and server …');
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) stop('the build failed; its reason stands above.');
}
