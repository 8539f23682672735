import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Row of `setting` that says the fingerprints are keyed. */
const MARK = 'fingerprints';
const ROWS_PER_READ = 5_000;

/**
 * A fingerprint as it is stored: without the key nobody finds a case by guessing its content. It is made over the
 * fingerprint, not over the case, so that those stored before there was a key could be sealed as well.
 */
export function sealFingerprint(fingerprint: number, key: string): number {
  return Number.parseInt(hash('sha256', `${key}\n${fingerprint}`, 'hex').slice(0, 12), 16);
}

/** Once per database: fingerprints stored without a key get it; all of them or none. */
export async function sealFingerprints(db: Kysely<Schema>, key: string, now: Date): Promise<void> {
  const isSealed = async (asked: Kysely<Schema>) =>
    (await asked.selectFrom('setting').select('name').where('name', '=', MARK).executeTakeFirst()) !== undefined;
  if (await isSealed(db)) return;
  await inTransaction(db, async (trx) => {
    // Of two servers that start at once over one PostgreSQL the second finds it done.
    if (await isSealed(trx)) return;
    let last = 0;
    for (;;) {
      const rows = await trx
        .selectFrom('incident')
        .select(['seq', 'fingerprint'])
        .where('seq', '>', last)
        .orderBy('seq')
        .limit(ROWS_PER_READ)
        .execute();
      for (const { seq, fingerprint } of rows) {
        const sealed = sealFingerprint(fingerprint, key);
        await trx.updateTable('incident').set({ fingerprint: sealed }).where('seq', '=', seq).execute();
      }
      const end = rows.at(-1);
      if (end === undefined) break;
      last = end.seq;
    }
    const mark = { name: MARK, value: 'keyed', updated_at: now.toISOString(), updated_by: null };
    await trx.insertInto('setting').values(mark).execute();
  });
}
