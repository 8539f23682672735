/** Bounds of one file; the page shows them. */
export const IMPORT_LIMITS = {
  bytes: 50_000_000,
  rows: 100_000,
  columns: 64,
  /** Longest cell that is looked at; an LP number has some 80 characters. */
  cellCharacters: 2_000,
} as const;

/** Longest that each step may take; the process is ended after it. */
export const STEP_LIMIT_MS = { read: 60_000, check: 120_000, write: 600_000 } as const;

/** A file that nobody confirmed is deleted after this. */
export const KEPT_MS = 24 * 3_600_000;
