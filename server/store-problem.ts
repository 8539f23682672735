import { reasonOf } from './fault.ts';
import type { Problem } from './problem.ts';

/** What to answer when the store cannot keep or find something for a while; null for a bug of the program. */
export function storeProblem(error: unknown): Problem | null {
  const code = reasonOf(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return { code: 'store_busy', detail: 'The store is busy: nothing was kept, try again.' };
  }
  if (code === 'SQLITE_FULL')
    return { code: 'store_full', detail: 'The disk of the server is full: nothing was kept.' };
  if (/^SQLITE_(READONLY|IOERR|CANTOPEN)/.test(code)) {
    return { code: 'store_busy', detail: 'The store cannot be written: nothing was kept.' };
  }
  return null;
}
