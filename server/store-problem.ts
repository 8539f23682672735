import { reasonOf } from './fault.ts';
import type { Problem } from './problem.ts';

/** What SQLite, PostgreSQL and the network below it say, and what that means for whoever asked. */
const MEANINGS: readonly (readonly [RegExp, Problem])[] = [
  [
    /^(SQLITE_(BUSY|LOCKED)|(40001|40P01|55P03|53300)$)/,
    { code: 'store_busy', detail: 'The store is busy: nothing was kept, try again.' },
  ],
  // A text with NUL, a number beyond its column: SQLite takes them, PostgreSQL does not.
  [/^(22021|22003)$/, { code: 'bad_request', detail: 'A value cannot be kept.' }],
  [/^(SQLITE_FULL|53100$)/, { code: 'store_full', detail: 'The disk of the server is full: nothing was kept.' }],
  [
    /^(SQLITE_(READONLY|IOERR|CANTOPEN)|25006$)/,
    { code: 'store_busy', detail: 'The store cannot be written: nothing was kept.' },
  ],
  [
    /^(08\w{3}|57P0[123]|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT)$/,
    { code: 'store_busy', detail: 'The store does not answer: nothing was kept, try again.' },
  ],
];

/** What to answer when the store cannot keep or find something for a while; null for a bug of the program. */
export function storeProblem(error: unknown): Problem | null {
  const code = reasonOf(error);
  const known = MEANINGS.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return known[1];
  // The pool of connections says these two without a code.
  const lost =
    error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
  return lost ? { code: 'store_busy', detail: 'The store does not answer: nothing was kept, try again.' } : null;
}
