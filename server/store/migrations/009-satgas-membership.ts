import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

/** Who is a satgas already counts as confirmed: nobody could have confirmed them before. */
export async function satgasMembership(db: Transaction<Schema>): Promise<void> {
  await db.schema
    .createTable('satgas_membership')
    .addColumn('user_id', 'text', (column) => column.primaryKey().references('user_account.id').onDelete('cascade'))
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'text')
    .addColumn('confirmed_by', 'text')
    .execute();
  const members = await db
    .selectFrom('user_account')
    .select(['id', 'created_at'])
    .where('role', '=', 'satgas')
    .execute();
  for (const { id, created_at } of members) {
    const row = { user_id: id, since: created_at, reason: 'new', confirmed_at: created_at, confirmed_by: null };
    await db.insertInto('satgas_membership').values(row).execute();
  }
  // Somebody who was one and is none any more has left lines: nobody becomes the first again.
  const acted = await db
    .selectFrom('audit')
    .select(['at', 'user_id'])
    .where('role', '=', 'satgas')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  const at = members[0]?.created_at ?? acted?.at;
  if (at === undefined) return;
  const founded = { name: 'satgas_founded', value: at, updated_at: at, updated_by: null };
  await db.insertInto('setting').values(founded).execute();
}
