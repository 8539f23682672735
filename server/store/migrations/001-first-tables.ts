import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

export async function firstTables(db: Transaction<Schema>): Promise<void> {
  const create = db.schema;
  await create
    .createTable('dataset')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await create
    .createTable('edition')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text', (column) => column.notNull())
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('is_current', 'integer', (column) => column.notNull())
    .execute();
  await create
    .createTable('area')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('parent_code', 'text', (column) => column.references('area.code'))
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .execute();
  await create
    .createTable('evidence')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('area_code', 'text', (column) => column.notNull().references('area.code'))
    .addColumn('factor', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('strength', 'text')
    .addColumn('grade', 'text', (column) => column.notNull())
    .addColumn('measured_value', 'double precision')
    .addColumn('measured_goal_low', 'double precision')
    .addColumn('measured_goal_high', 'double precision')
    .addColumn('measured_unit', 'text')
    .addColumn('finding', 'text', (column) => column.notNull())
    .addColumn('finding_en', 'text', (column) => column.notNull())
    .addColumn('source_title', 'text', (column) => column.notNull())
    .addColumn('source_publisher', 'text', (column) => column.notNull())
    .addColumn('source_date', 'text')
    .addColumn('source_url', 'text', (column) => column.notNull())
    .execute();
  await create.createIndex('evidence_area').on('evidence').columns(['area_code', 'factor']).execute();
  await create
    .createTable('population')
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().references('area.code'))
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('population', 'integer', (column) => column.notNull())
    .addColumn('stated_total', 'integer')
    .addColumn('source', 'text', (column) => column.notNull())
    .execute();
  await create
    .createTable('feature')
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('fid', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('properties', 'text', (column) => column.notNull())
    .addColumn('geometry', 'text')
    .addPrimaryKeyConstraint('feature_key', ['collection', 'fid'])
    .execute();
  await create
    .createTable('document')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await create
    .createTable('training_incident')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .execute();
}
