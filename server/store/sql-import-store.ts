import type { Kysely, Selectable, Transaction } from 'kysely';
import * as z from 'zod/mini';
import { appendAudit } from './audit-chain.ts';
import { isUntidy } from './bulk-sweep.ts';
import {
  IMPORT_FORMATS,
  IMPORT_STATES,
  type ImportChange,
  type ImportRecord,
  type ImportStore,
} from './contract/import-store.ts';
import { readStored } from './damaged-store.ts';
import { takeNumbers } from './incident-number.ts';
import type { Schema } from './schema.ts';
import { leaveLog } from './sqlite-log.ts';

import { inTransaction } from './transaction.ts';

const countsSchema = z.object({
  rows: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
  same: z.int(),
  pointsDropped: z.int(),
  written: z.int(),
});
const columnsSchema = z.array(z.object({ name: z.nullable(z.string()), field: z.nullable(z.string()) }));
const fieldsSchema = z.array(z.object({ field: z.string(), code: z.string() }));

function fromRow(row: Selectable<Schema['import']>): ImportRecord {
  return {
    id: String(row.seq),
    state: z.enum(IMPORT_STATES).parse(row.state),
    format: z.nullable(z.enum(IMPORT_FORMATS)).parse(row.format),
    sizeBytes: row.size_bytes,
    createdAt: row.created_at,
    createdBy: row.created_by,
    changedAt: row.changed_at,
    signature: row.signature,
    columns: columnsSchema.parse(JSON.parse(row.columns ?? '[]')),
    counts: row.counts === null ? null : countsSchema.parse(JSON.parse(row.counts)),
    reason:
      row.reason === null
        ? null
        : { code: row.reason, fields: fieldsSchema.parse(JSON.parse(row.reason_fields ?? '[]')) },
  };
}

function changedColumns({ at, state, worker, format, sizeBytes, signature, columns, counts, reason }: ImportChange) {
  return {
    changed_at: at,
    state,
    ...(worker === undefined ? {} : { worker }),
    ...(format === undefined ? {} : { format }),
    ...(sizeBytes === undefined ? {} : { size_bytes: sizeBytes }),
    ...(signature === undefined ? {} : { signature }),
    ...(columns === undefined ? {} : { columns: JSON.stringify(columns) }),
    ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
    ...(reason === undefined ? {} : { reason: reason.code, reason_fields: JSON.stringify(reason.fields) }),
  };
}

function seqOf(id: string): number {
  return /^\d{1,9}$/.test(id) ? Number(id) : -1;
}

async function read(db: Kysely<Schema> | Transaction<Schema>, seq: number): Promise<ImportRecord | null> {
  const row = await db.selectFrom('import').selectAll().where('seq', '=', seq).executeTakeFirst();
  return row === undefined ? null : readStored('import', async () => fromRow(row));
}

/** Imports and their mappings in the database; their incidents are written by `bulk-writer.ts`. */
export function sqlImportStore(db: Kysely<Schema>): ImportStore {
  return {
    begin: ({ at, userId, worker }) =>
      inTransaction(db, async (transaction) => {
        const seq = await takeNumbers(transaction, 'import', 1);
        const row = { seq, state: 'reading', format: null, size_bytes: 0, created_at: at, created_by: userId };
        const empty = { signature: null, columns: null, counts: null, reason: null, reason_fields: null };
        const whole = { ...row, ...empty, changed_at: at, worker };
        await transaction.insertInto('import').values(whole).execute();
        return fromRow(whole);
      }),
    get: (id) => read(db, seqOf(id)),
    list: (limit) =>
      readStored('imports', async () => {
        const rows = await db.selectFrom('import').selectAll().orderBy('seq', 'desc').limit(limit).execute();
        return rows.map(fromRow);
      }),
    change: (id, from, change) =>
      inTransaction(db, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('import')
          .set(changedColumns(change))
          .where('seq', '=', seqOf(id))
          .where('state', 'in', [...from])
          .executeTakeFirst();
        if (Number(numUpdatedRows) === 0) return null;
        if (change.audit !== undefined) await appendAudit(transaction, change.at, change.audit);
        return read(transaction, seqOf(id));
      }),
    inStates: (states) =>
      readStored('imports', async () => {
        const rows = await db
          .selectFrom('import')
          .selectAll()
          .where('state', 'in', [...states])
          .orderBy('seq')
          .execute();
        return rows.map((row) => ({ ...fromRow(row), worker: row.worker }));
      }),
    isUntidy: () => isUntidy(db),
    leaveLog: (leave) => leaveLog(db, leave),
    rememberedFields: (signature) =>
      readStored('import mapping', async () => {
        const row = await db
          .selectFrom('import_mapping')
          .select('fields')
          .where('signature', '=', signature)
          .executeTakeFirst();
        return row === undefined ? null : z.array(z.nullable(z.string())).parse(JSON.parse(row.fields));
      }),
    async rememberFields(signature, fields, at) {
      const row = { signature, fields: JSON.stringify(fields), updated_at: at };
      await inTransaction(db, (transaction) =>
        transaction
          .insertInto('import_mapping')
          .values(row)
          .onConflict((conflict) => conflict.column('signature').doUpdateSet(row))
          .execute(),
      );
    },
  };
}
