import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Kysely } from 'kysely';
import { loadFingerprints } from '../store/bulk-fingerprints.ts';
import { transferable } from '../store/bulk-pack.ts';
import type { BulkChunk } from '../store/bulk-writer.ts';
import type { TallyRow } from '../store/incident-tally.ts';
import type { StoreAddress } from '../store/open.ts';
import type { Schema } from '../store/schema.ts';
import { flushLog } from '../store/sqlite-log.ts';
import type { CaseSink } from './write-run.ts';

/** The source in development, the bundle beside `main.js` otherwise. */
const THREAD = fileURLToPath(new URL(`./write-thread${extname(import.meta.url)}`, import.meta.url));
/** Chunks on their way: one is written while the next waits. */
const MOST_WAITING = 2;
const THREAD_MEMORY_MB = 128;

export interface ThreadStart {
  readonly address: StoreAddress;
  readonly importSeq: number;
}

export type ThreadMessage =
  | { readonly kind: 'chunk'; readonly chunk: BulkChunk }
  | { readonly kind: 'finish'; readonly tally: readonly TallyRow[] };

type ThreadAnswer = { readonly kind: 'written' } | { readonly kind: 'finished' };

/**
 * Writes in another thread, so that reading goes on meanwhile. What is kept is asked over `db`, the connection of this
 * thread: the other takes a quarter of a second to begin, and reading need not wait for it.
 */
export function threadSink(start: ThreadStart, db: Kysely<Schema>): CaseSink {
  const thread = new Worker(THREAD, {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
  });
  const flush = start.address.databaseUrl === null ? flushLog(start.address.dataDir) : null;
  let failure: Error | null = null;
  const waiting: {
    readonly until: () => boolean;
    readonly resolve: () => void;
    readonly reject: (e: Error) => void;
  }[] = [];
  let [outstanding, finished] = [0, false];
  const wake = (): void => {
    for (const one of waiting.splice(0)) {
      if (failure !== null) one.reject(failure);
      else if (one.until()) one.resolve();
      else waiting.push(one);
    }
  };
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ until: condition, resolve, reject });
      wake();
    });
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  thread.on('error', fail);
  thread.on('exit', () => finished || fail(new Error('the writing thread ended')));
  thread.on('message', (answer: ThreadAnswer) => {
    if (answer.kind === 'written') outstanding -= 1;
    else finished = true;
    wake();
  });
  const send = (message: ThreadMessage, transfer: ArrayBuffer[] = []): void => thread.postMessage(message, transfer);
  return {
    kept: () => loadFingerprints(db),
    write: async (chunk) => {
      outstanding += 1;
      const moved = [...transferable(chunk.incidents), ...transferable(chunk.places), chunk.placesFrom.buffer];
      send({ kind: 'chunk', chunk }, moved);
      await until(() => outstanding < MOST_WAITING);
    },
    finish: async (tally) => {
      send({ kind: 'finish', tally });
      await until(() => finished);
      await flush?.finish();
    },
  };
}
