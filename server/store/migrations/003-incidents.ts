import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

export async function incidentTables(db: Transaction<Schema>): Promise<void> {
  const create = db.schema;
  await create
    .createTable('incident')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('import_seq', 'integer', (column) => column.notNull())
    .addColumn('month', 'integer', (column) => column.notNull())
    .addColumn('day', 'integer')
    .addColumn('acts', 'integer', (column) => column.notNull())
    .addColumn('means', 'integer', (column) => column.notNull())
    .addColumn('purposes', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('platforms', 'integer', (column) => column.notNull())
    .addColumn('roles', 'integer', (column) => column.notNull())
    .addColumn('victims', 'text', (column) => column.notNull())
    .addColumn('suspects', 'text', (column) => column.notNull())
    .addColumn('child_involved', 'text', (column) => column.notNull())
    .addColumn('lp_hash', 'text')
    .addColumn('fingerprint', 'bigint', (column) => column.notNull())
    .addColumn('closed', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('deleted_at', 'text')
    .addColumn('merged_into', 'integer')
    .execute();
  await create.createIndex('incident_month').on('incident').columns(['month', 'seq']).execute();
  await create
    .createTable('incident_place')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('import_seq', 'integer', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('precision', 'text', (column) => column.notNull())
    .addColumn('area_code', 'text')
    .addColumn('h3', 'text')
    .addColumn('longitude', 'double precision')
    .addColumn('latitude', 'double precision')
    .addColumn('cell', 'integer')
    .addColumn('located', 'integer', (column) => column.notNull())
    .addColumn('again', 'integer', (column) => column.notNull())
    .addColumn('month', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('platforms', 'integer', (column) => column.notNull())
    .addColumn('hidden', 'integer', (column) => column.notNull())
    .execute();
  await create
    .createIndex('incident_place_cell')
    .on('incident_place')
    // The first three find and order; the others let a filter look no further than the index.
    .columns([
      'role',
      'cell',
      'seq',
      'month',
      'source',
      'platforms',
      'stage',
      'hidden',
      'import_seq',
      'located',
      'again',
    ])
    .execute();
  await create
    .createTable('incident_tally')
    .addColumn('import_seq', 'integer', (column) => column.notNull())
    .addColumn('area_code', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('dimension', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('incident_tally_key', ['role', 'dimension', 'area_code', 'year', 'category', 'import_seq'])
    .execute();
  await create
    .createTable('incident_revision')
    .addColumn('incident_seq', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('incident_revision_key', ['incident_seq', 'version'])
    .execute();
  await create
    .createTable('counter')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('next', 'integer', (column) => column.notNull())
    .execute();
}
