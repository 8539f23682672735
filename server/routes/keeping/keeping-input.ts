import type { InternalInput } from '../internal.ts';

/** What the machine keeps, and how. */
export interface KeepingSettings {
  readonly dataDir: string;
  /** False on PostgreSQL: backups are made with its own tools. */
  readonly isFile: boolean;
  /** Days that addresses are kept until an admin decides. */
  readonly auditIpDays: number;
  readonly backupKeep: number;
  readonly backupTime: string;
  /** Copies the store to a path. */
  readonly backup: (target: string) => Promise<{ readonly bytes: number }>;
}

export interface KeepingInput extends InternalInput {
  readonly keeping: KeepingSettings;
}
