import type { CellFault, FileFault } from '../../domain/import-fault.ts';
import type { ImportField } from '../../domain/import-field.ts';
import type { ImportCounts, ImportFormat } from '../store/contract/import-store.ts';
import type { StoreAddress } from '../store/open.ts';

/** What every step needs to know; plain, so that it can be handed to another process. */
export interface ImportPlace {
  readonly address: StoreAddress;
  /** Folder of uploads. */
  readonly folder: string;
  /** Base64 of the sub-key for LP numbers. */
  readonly lpKey: string;
  /** The server's own key for the digests of records, so that both know a case again. */
  readonly fingerprintKey: string;
  /** For the digest under which the columns of a header are remembered. */
  readonly headerKey: string;
}

/** A step of an import that runs away from the server. `id` is the number of the import. */
export type ImportJob =
  | { readonly step: 'read'; readonly id: string }
  | { readonly step: 'check'; readonly id: string; readonly fields: readonly (ImportField | null)[] }
  | {
      readonly step: 'write';
      readonly id: string;
      readonly fields: readonly (ImportField | null)[];
      readonly at: string;
      readonly userId: string;
      readonly leaveOutDuplicates: boolean;
    }
  /** Removes rows of imports that ended without being seen. */
  | { readonly step: 'sweep' };

export interface ReadResult {
  readonly format: ImportFormat;
  readonly signature: string;
  /** As they are shown and kept: the name of a field, or `#3`. */
  readonly names: readonly string[];
  readonly proposed: readonly (ImportField | null)[];
}

export type JobResult =
  | { readonly step: 'read'; readonly read: ReadResult }
  | { readonly step: 'check'; readonly counts: ImportCounts }
  | { readonly step: 'write'; readonly written: number; readonly same: number }
  | { readonly step: 'sweep'; readonly removed: number }
  | {
      readonly step: 'refused';
      readonly code: FileFault;
      readonly fields: readonly { field: string; code: CellFault | string }[];
    };
