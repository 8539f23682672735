import { AUDIT_ACTIONS, type AuditAction } from '../../../domain/audit-action.ts';
import type { Role } from '../../../domain/role.ts';

export { AUDIT_ACTIONS, type AuditAction };

export interface AuditEntry {
  /** Who did it; null for the server itself and for a stranger. */
  readonly userId: string | null;
  readonly role: Role;
  readonly action: AuditAction;
  /** What it was done to: an id of ours (`incident:12`, `user:…`, `import:3`), never a text about a person. */
  readonly subject: string | null;
  /** Codes and numbers. */
  readonly detail: Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>;
  readonly ip: string | null;
}

export interface AuditRow extends AuditEntry {
  readonly seq: number;
  /** RFC 3339. */
  readonly at: string;
}

export interface AuditQuery {
  /** Rows with a smaller `seq`; null = from the newest. */
  readonly before: number | null;
  readonly limit: number;
  readonly action: AuditAction | null;
  readonly userId: string | null;
}

/** The first fault of the chain, counted from its beginning. */
export interface AuditBreak {
  readonly ok: false;
  /** Row where it no longer fits. */
  readonly brokenAt: number;
  /** A row was changed, rows are missing or out of order, or the rows end before or after what was noted elsewhere. */
  readonly reason: 'changed' | 'missing' | 'end';
}

/** The end of the chain: how many rows there are, and what the last one hashes to. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export type AuditVerdict = (AuditHead & { readonly ok: true; readonly rows: number }) | AuditBreak;

export interface AuditStore {
  /** Adds a line to the chain. Throws when it cannot be kept: what must be logged is then not done. */
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  rows(query: AuditQuery): Promise<readonly AuditRow[]>;
  head(): Promise<AuditHead>;
  /**
   * Walks the chain from its first row, 2,000 rows at a time. `anchors` are ends that were noted earlier outside of
   * the database: rows up to there must still hash to them.
   */
  verify(anchors?: readonly AuditHead[]): Promise<AuditVerdict>;
  /** Addresses of clients noted before a time (RFC 3339); the chain stays as it is. */
  countAddresses(before: string): Promise<number>;
  forgetAddresses(before: string): Promise<number>;
}
