import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { AuditResult } from '../../domain/privacy/audit-release.ts';
import type { Statement } from '../../domain/privacy/integer-program.ts';
import type { Release } from '../../domain/privacy/release.ts';

/** What the audit of a release is asked about: figures and facts, no count. */
export interface JudgeInput {
  readonly ledger: readonly Pick<Release, 'cells'>[];
  readonly candidate: Pick<Release, 'cells'>;
  readonly facts: readonly Statement[];
}

export type Judge = (input: JudgeInput) => Promise<AuditResult>;

/** The audit of a table takes 30–95 ms; one that takes this long is held back. */
const LIMIT_MS = 20_000;
const THREAD_MEMORY_MB = 128;

/** The bundle beside `main.js`; the source, in development, by way of tsx, which a thread of Node 20 does not inherit. */
function startThread(options: WorkerOptions): Worker {
  const here = fileURLToPath(import.meta.url);
  if (extname(here) !== '.ts') return new Worker(join(here, '..', 'band-judge-thread.js'), options);
  const source = pathToFileURL(join(here, '..', '..', 'band-judge-thread.ts')).href;
  const begin = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source}'); });`;
  return new Worker(begin, { ...options, eval: true });
}

/**
 * The audit of a release in a thread of its own, so that the server goes on answering. What does not end in time is
 * refused, without a cell to name.
 * @throws Error when the thread fails.
 */
export function judgeInThread(input: JudgeInput, limitMs = LIMIT_MS): Promise<AuditResult> {
  const resourceLimits = { maxOldGenerationSizeMb: THREAD_MEMORY_MB };
  const thread = startThread({ workerData: input, resourceLimits });
  return new Promise<AuditResult>((resolve, reject) => {
    const limit = setTimeout(() => resolve({ ok: false, cells: [] }), limitMs);
    limit.unref();
    thread.on('message', (result: AuditResult) => resolve(result));
    thread.on('error', reject);
    thread.on('exit', () => {
      clearTimeout(limit);
      reject(new Error('the audit of a release ended without a verdict'));
    });
  }).finally(() => thread.terminate());
}
