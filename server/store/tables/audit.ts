/** What was done, by whom, in a chain; and the settings that an admin changes. */
export interface AuditTables {
  /** Rows are added and read, never changed or deleted. */
  readonly audit: {
    /** 1, 2, 3 … without a gap. */
    seq: number;
    at: string;
    user_id: string | null;
    role: string;
    action: string;
    subject: string | null;
    /** JSON of codes and numbers, keys in order. */
    detail: string;
    /** `hash` of the row before; '' for the first. */
    prev_hash: string;
    /** SHA-256 over all of the above, hexadecimal. */
    hash: string;
  };
  /** Addresses lie apart, so that they can go without touching the chain. */
  readonly audit_ip: { seq: number; at: string; ip: string };
  /** One row, `id` 1: the end of the chain. A tail that is cut off the table is missed here. */
  readonly audit_head: { id: number; seq: number; hash: string };
  readonly setting: { name: string; value: string; updated_at: string; updated_by: string | null };
}
