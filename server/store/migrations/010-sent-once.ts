import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

/** Which case a key of a form made, so that a form whose answer was lost can be sent again without a second case. */
export async function sentOnce(db: Transaction<Schema>): Promise<void> {
  await db.schema
    .createTable('incident_sent')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('incident_seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('incident_sent_key', ['user_id', 'key'])
    .execute();
  await db.schema.createIndex('incident_sent_seq').on('incident_sent').column('incident_seq').execute();
}
