import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

export async function importTables(db: Transaction<Schema>): Promise<void> {
  const create = db.schema;
  await create
    .createTable('import')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('format', 'text')
    .addColumn('size_bytes', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('worker', 'text')
    .addColumn('signature', 'text')
    .addColumn('columns', 'text')
    .addColumn('counts', 'text')
    .addColumn('reason', 'text')
    .addColumn('reason_fields', 'text')
    .execute();
  await create
    .createTable('import_block')
    .addColumn('import_seq', 'integer', (column) => column.notNull())
    .addColumn('first_seq', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('import_block_key', ['import_seq', 'first_seq'])
    .execute();
  await create
    .createTable('import_mapping')
    .addColumn('signature', 'text', (column) => column.primaryKey())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
}
