import type { Kysely } from 'kysely';
import { retentionSchema } from '../../domain/retention.ts';
import { appendAudit } from './audit-chain.ts';
import type { SettingStore } from './contract/setting-store.ts';
import { readStored } from './damaged-store.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

const RETENTION = 'retention';
const DAILY = 'daily';

async function put(db: Kysely<Schema>, row: { name: string; value: string; at: string; by: string | null }) {
  const values = { name: row.name, value: row.value, updated_at: row.at, updated_by: row.by };
  await db
    .insertInto('setting')
    .values(values)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
}

async function settingOf(db: Kysely<Schema>, name: string): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

export function sqlSettingStore(db: Kysely<Schema>): SettingStore {
  return {
    retention: () =>
      readStored('settings', async () => {
        const value = await settingOf(db, RETENTION);
        return value === null ? null : retentionSchema.parse(JSON.parse(value));
      }),
    setRetention: (retention, { at, userId, audit }) =>
      inTransaction(db, async (transaction) => {
        await put(transaction, { name: RETENTION, value: JSON.stringify(retention), at, by: userId });
        await appendAudit(transaction, at, audit);
      }),
    claimDay: (day, at) =>
      inTransaction(db, async (transaction) => {
        const last = await settingOf(transaction, DAILY);
        if (last !== null && last >= day) return false;
        await put(transaction, { name: DAILY, value: day, at, by: null });
        return true;
      }),
  };
}
