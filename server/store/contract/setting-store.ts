import type { Retention } from '../../../domain/retention.ts';
import type { AuditEntry } from './audit-store.ts';

export interface SettingStore {
  /** What an admin decided; null before anybody did. */
  retention(): Promise<Retention | null>;
  /** Kept together with its audit line. */
  setRetention(
    retention: Retention,
    write: { readonly at: string; readonly userId: string; readonly audit: AuditEntry },
  ): Promise<void>;
  /** True for the first who asks on that day (`YYYY-MM-DD`): of several servers one does the daily work. */
  claimDay(day: string, at: string): Promise<boolean>;
}
