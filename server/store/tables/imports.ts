/** Files brought in. Neither the name of a file nor a text of its own is kept. */
export interface ImportTables {
  readonly import: {
    /** Ascending, never reused; from `counter`. Rows of incidents carry it as `import_seq`. */
    seq: number;
    /** One of `IMPORT_STATES`; its incidents are seen in `visible` and in no other. */
    state: string;
    format: string | null;
    size_bytes: number;
    created_at: string;
    created_by: string;
    /** When the state was last changed. */
    changed_at: string;
    /** Process that works on it; null when none does. */
    worker: string | null;
    /** Keyed digest of the column names, under which the mapping is remembered. */
    signature: string | null;
    /** JSON: the column names (those that are names of fields, else `#3`) and the field of each. */
    columns: string | null;
    /** JSON of `ImportCounts`, of the dry run; afterwards of what was written. */
    counts: string | null;
    /** Why it was refused or failed: a code, and JSON of where. */
    reason: string | null;
    reason_fields: string | null;
  };
  /** Commits of an import: numbers of incidents from `first_seq` on, so that what is left over is found by its key. */
  readonly import_block: { import_seq: number; first_seq: number; n: number };
  /** What the columns of a header meant last time: JSON of fields by position. */
  readonly import_mapping: { signature: string; fields: string; updated_at: string };
}
