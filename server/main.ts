import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import * as z from 'zod/mini';
import { giveBackMemory } from './give-back-memory.ts';
import { run } from './run.ts';

// The young generation stays small: answers are made at start, and 48 MB for garbage would be half of the process.
setFlagsFromString('--semi-space-growth-factor=1');

// What is written here (the store, backups, uploads, the secret) is for the user that runs the program alone.
process.umask(0o077);

/** The folder of package.json, above `server/` as well as above `dist/server/`. */
function findRoot(folder: string): { readonly root: string; readonly version: string } {
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    return { root: folder, version: z.object({ version: z.string() }).parse(JSON.parse(text)).version };
  } catch (error) {
    if (dirname(folder) === folder) throw error;
    return findRoot(dirname(folder));
  }
}

const running = await run({
  ...findRoot(dirname(fileURLToPath(import.meta.url))),
  environment: process.env,
  now: new Date(),
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});

if (running === null) process.exit(1);
// Not at once: what the first answer loads leaves garbage too.
setTimeout(giveBackMemory, 500).unref();

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second signal means now.
    if (stopping) process.exit(1);
    stopping = true;
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
