/**
 * Tables stay as they are; records may now hold what an earlier program cannot read: `unknown` and `0` as counts, and
 * elements without a code. The new version makes such a program refuse the database instead of failing at a record.
 */
export async function notKnown(): Promise<void> {
  // Nothing to change.
}
