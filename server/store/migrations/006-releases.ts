import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

export async function releaseTables(db: Transaction<Schema>): Promise<void> {
  const create = db.schema;
  await create
    .createTable('band_release')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('cells', 'text', (column) => column.notNull())
    .execute();
  await create.createIndex('band_release_name').on('band_release').columns(['name', 'seq']).execute();
}
