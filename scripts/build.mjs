import { build } from 'vite';
import { hashSources, removeStamp, writeStamp } from './build-stamp.mjs';
import { stop } from './stop.mjs';

// The stamp is written last: a build that is broken off, or changed under, is stale and runs again.
const hash = hashSources();
removeStamp();
try {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  await build({ configFile: 'vite.config.server.ts', logLevel: 'warn' });
} catch (error) {
  stop(`the build failed: ${error instanceof Error ? error.message : String(error)}`);
}
writeStamp(hash);
