import type { AuditEntry } from './audit-store.ts';

export const IMPORT_FORMATS = ['csv', 'xlsx', 'geojson'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/**
 * `reading` the file → `mapping` its columns (a person) → `checking` → `checked` (the dry run, a person) → `writing` →
 * `visible`. Or it ends as `refused` (the file), `failed` (the machine) or `cancelled` (a person).
 */
export const IMPORT_STATES = [
  'reading',
  'mapping',
  'checking',
  'checked',
  'writing',
  'visible',
  'refused',
  'failed',
  'cancelled',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export interface ImportCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Of the accepted: alike in LP number, month and area to another row or to a case that is kept. */
  readonly duplicates: number;
  /** Of the accepted: brought before, record for record. Never written again. */
  readonly same: number;
  /** Of the accepted: child cases whose point is not kept. */
  readonly pointsDropped: number;
  /** Written to the store. */
  readonly written: number;
}

export interface ImportColumn {
  /** Name in the file; null when it is not shown because it could name a person. */
  readonly name: string | null;
  /** What it is read as; null = not read. */
  readonly field: string | null;
}

export interface ImportReason {
  readonly code: string;
  readonly fields: readonly { readonly field: string; readonly code: string }[];
}

export interface ImportRecord {
  readonly id: string;
  readonly state: ImportState;
  readonly format: ImportFormat | null;
  readonly sizeBytes: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly signature: string | null;
  readonly columns: readonly ImportColumn[];
  readonly counts: ImportCounts | null;
  readonly reason: ImportReason | null;
}

/** What a step of an import changes; what is not given stays. */
export interface ImportChange {
  readonly at: string;
  readonly state: ImportState;
  readonly worker?: string | null;
  readonly format?: ImportFormat;
  readonly sizeBytes?: number;
  readonly signature?: string;
  readonly columns?: readonly ImportColumn[];
  readonly counts?: ImportCounts;
  readonly reason?: ImportReason;
  readonly audit?: AuditEntry;
}

export interface ImportStore {
  /** A new one in state `reading`. */
  begin(given: { readonly at: string; readonly userId: string; readonly worker: string }): Promise<ImportRecord>;
  get(id: string): Promise<ImportRecord | null>;
  /** Newest first. */
  list(limit: number): Promise<readonly ImportRecord[]>;
  /**
   * Changes it when it is in one of the states `from`, with its audit line, in one short transaction: with `visible` its
   * incidents are seen from this moment on. Null when it is in another state.
   */
  change(id: string, from: readonly ImportState[], change: ImportChange): Promise<ImportRecord | null>;
  /** Imports in one of the states, whoever works on them. */
  inStates(states: readonly ImportState[]): Promise<readonly (ImportRecord & { readonly worker: string | null })[]>;
  /** Whether imports that are not to be seen have rows, or visible ones counts of their own. */
  isUntidy(): Promise<boolean>;
  /** While an import is written, and until it is tidied: this process leaves the store's log alone. */
  leaveLog(leave: boolean): Promise<void>;
  rememberedFields(signature: string): Promise<readonly (string | null)[] | null>;
  rememberFields(signature: string, fields: readonly (string | null)[], at: string): Promise<void>;
}
