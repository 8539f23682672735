import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportJob, ImportPlace, JobResult } from './import-job.ts';

/** The source in development, the bundle beside `main.js` otherwise. */
const CHILD = fileURLToPath(new URL(`./import-child${extname(import.meta.url)}`, import.meta.url));
/** A process that has nothing to do is ended, and its memory with it. */
const IDLE_MS = 60_000;
/** Of its heap; with code, buffers and the writing thread it stays below 400 MB. */
const HEAP_MB = 256;

/** A step did not end by itself. */
export class StepEnded extends Error {
  override readonly name = 'StepEnded';
  readonly reason: 'too_slow' | 'cancelled' | 'internal_error';

  constructor(reason: StepEnded['reason']) {
    super(reason);
    this.reason = reason;
  }
}

type Told =
  | { readonly kind: 'progress'; readonly rows: number }
  | { readonly kind: 'done'; readonly result: JobResult };

interface Waiting {
  readonly job: ImportJob;
  readonly limitMs: number;
  readonly progress: (rows: number) => void;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (reason: StepEnded) => void;
}

export interface ImportProcess {
  /** Runs a step when those before it are done. Rejects with a StepEnded. */
  readonly run: (job: ImportJob, limitMs: number, progress?: (rows: number) => void) => Promise<JobResult>;
  /** Ends the steps of an import, the running one at once. */
  readonly cancel: (id: string) => void;
  readonly close: () => void;
}

export interface ImportProcessOptions {
  readonly child?: string;
  /** How Node is started, as with a loader of TypeScript. */
  readonly execArgv?: readonly string[];
}

/**
 * Steps of imports in a process of their own, one at a time. It is begun when there is something to do, and killed
 * when a step takes too long or is cancelled: whatever it was about to commit is then not committed.
 */
export function openImportProcess(
  place: ImportPlace,
  { child = CHILD, execArgv = process.execArgv }: ImportProcessOptions = {},
): ImportProcess {
  let running: ChildProcess | null = null;
  let current: Waiting | null = null;
  let limit: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  const line: Waiting[] = [];

  const begin = (): ChildProcess => {
    const begun = fork(child, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [...execArgv, `--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=16'],
    });
    begun.on('message', (told: Told) => {
      if (begun !== running) return;
      if (told.kind === 'progress') current?.progress(told.rows);
      else settle((one) => one.resolve(told.result));
    });
    begun.on('error', () => ended(begun, 'internal_error'));
    begun.on('exit', () => ended(begun, 'internal_error'));
    begun.send({ place });
    return begun;
  };
  const ended = (which: ChildProcess, reason: StepEnded['reason']): void => {
    if (which !== running) return;
    running = null;
    settle((one) => one.reject(new StepEnded(reason)));
  };
  const settle = (how: (one: Waiting) => void): void => {
    clearTimeout(limit);
    const one = current;
    current = null;
    if (one !== null) how(one);
    next();
  };
  const kill = (reason: StepEnded['reason']): void => {
    const doomed = running;
    if (doomed === null) return;
    // Nobody may begin before it is gone: it may hold the lock of the store.
    doomed.removeAllListeners('exit');
    doomed.once('exit', () => ended(doomed, reason));
    doomed.kill('SIGKILL');
  };
  const next = (): void => {
    clearTimeout(idle);
    if (current !== null || closed) return;
    const one = line.shift();
    if (one === undefined) {
      idle = setTimeout(() => {
        running?.disconnect();
        running = null;
      }, IDLE_MS);
      idle.unref();
      return;
    }
    current = one;
    running ??= begin();
    limit = setTimeout(() => kill('too_slow'), one.limitMs);
    limit.unref();
    running.send({ job: one.job }, (error) => {
      if (error !== null && current === one) kill('internal_error');
    });
  };
  const isOf = (id: string) => (one: Waiting) => one.job.step !== 'sweep' && one.job.id === id;

  return {
    run: (job, limitMs, progress = () => {}) =>
      new Promise((resolve, reject) => {
        line.push({ job, limitMs, progress, resolve, reject });
        next();
      }),
    cancel: (id) => {
      for (const one of line.filter(isOf(id))) {
        line.splice(line.indexOf(one), 1);
        one.reject(new StepEnded('cancelled'));
      }
      if (current !== null && isOf(id)(current)) kill('cancelled');
    },
    close: () => {
      closed = true;
      clearTimeout(idle);
      clearTimeout(limit);
      for (const one of line.splice(0)) one.reject(new StepEnded('cancelled'));
      running?.kill('SIGKILL');
    },
  };
}
