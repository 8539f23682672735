import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Release } from '../../domain/privacy/release.ts';
import { appendAudit } from './audit-chain.ts';
import type { ReleaseStore } from './contract/release-store.ts';
import { readStored } from './damaged-store.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

const cellsSchema = z.array(
  z.object({
    key: z.string(),
    parts: z.array(z.string()).check(z.minLength(1)),
    low: z.number(),
    high: z.nullable(z.number()),
  }),
);
const rowSchema = z
  .object({ seq: z.number(), at: z.string(), name: z.string(), body: z.string(), hash: z.string(), cells: cellsSchema })
  .check(z.refine(({ body, hash }) => createHash('sha256').update(body).digest('hex') === hash));

function toRelease(row: Schema['band_release']): Release {
  const { body: table, ...rest } = rowSchema.parse({ ...row, cells: JSON.parse(row.cells) });
  return { ...rest, table };
}

export function sqlReleaseStore(db: Kysely<Schema>): ReleaseStore {
  const newest = db.selectFrom('band_release').selectAll().orderBy('seq', 'desc').limit(1);
  return {
    releases: () =>
      readStored('release ledger', async () => {
        const rows = await db.selectFrom('band_release').selectAll().orderBy('seq').execute();
        return rows.map(toRelease);
      }),
    last: (name) =>
      readStored('release ledger', async () => {
        const row = await newest.where('name', '=', name).executeTakeFirst();
        return row === undefined ? null : toRelease(row);
      }),
    append: ({ table: body, cells, ...rest }, audit) =>
      inTransaction(db, async (transaction) => {
        const row = await transaction
          .selectFrom('band_release')
          .select(({ fn }) => fn.max('seq').as('seq'))
          .executeTakeFirst();
        if (rest.seq !== (row?.seq ?? 0) + 1) return false;
        await transaction
          .insertInto('band_release')
          .values({ ...rest, body, cells: JSON.stringify(cells) })
          .execute();
        await appendAudit(transaction, rest.at, audit);
        return true;
      }),
  };
}
