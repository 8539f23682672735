import { setPriority } from 'node:os';
import { extname } from 'node:path';
import { directSink } from './direct-sink.ts';
import { type ImportContext, openImportContext } from './import-context.ts';
import type { ImportJob, ImportPlace } from './import-job.ts';
import { runJob } from './run-job.ts';
import { threadSink } from './thread-sink.ts';

// A process of its own for files from outside: it may crash, run out of memory or be ended, and the map stays.
/** Below the server, so that whoever looks at the map goes first. Threads begun later have it too. */
const NICE = 10;
const PROGRESS_MS = 200;

setPriority(NICE);

/** The sources, as in development, write in the same thread: threads of Node 20 load no TypeScript. */
const IS_SOURCE = extname(import.meta.url) === '.ts';

let place: ImportPlace | null = null;
let context: Promise<ImportContext> | null = null;
let told = 0;

async function progress(rows: number): Promise<void> {
  if (performance.now() - told > PROGRESS_MS) {
    told = performance.now();
    process.send?.({ kind: 'progress', rows });
  }
  // The writing thread's messages get in.
  await new Promise((resolve) => setImmediate(resolve));
}

async function work(job: ImportJob): Promise<void> {
  if (place === null) throw new Error('no place was given');
  const given = place;
  context ??= openImportContext(given);
  const opened = await context;
  const result = await runJob(job, {
    place: given,
    context: opened,
    openSink: (importSeq) =>
      IS_SOURCE ? directSink(opened.db, importSeq) : threadSink({ address: given.address, importSeq }, opened.db),
    progress,
  });
  process.send?.({ kind: 'done', result });
}

process.on('message', (message: { readonly place: ImportPlace } | { readonly job: ImportJob }) => {
  if ('place' in message) place = message.place;
  // What is thrown ends the process; the server sees that, and its next one sweeps.
  else void work(message.job);
});
process.on('disconnect', () => process.exit(0));
