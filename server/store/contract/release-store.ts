import type { Release } from '../../../domain/privacy/release.ts';
import type { AuditEntry } from './audit-store.ts';

/** The release ledger: every table of bands that was ever shown. Lines are added, never changed or deleted. */
export interface ReleaseStore {
  /** By `seq`. */
  releases(): Promise<readonly Release[]>;
  /** The newest of a series, such as `bands/exploitation`; null before the first. */
  last(name: string): Promise<Release | null>;
  /**
   * Adds a line with its audit line, or neither. False when somebody else added one meanwhile: `seq` must be one
   * more than the newest, so what is added was judged against everything before it.
   */
  append(release: Release, audit: AuditEntry): Promise<boolean>;
}
