import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import { monthNumber } from '../../domain/incident-month.ts';
import { appendAudit } from './audit-chain.ts';
import type { PurgeQuery, Write } from './contract/incident-store.ts';
import { recordsOf } from './incident-read.ts';
import { addToTally, tallyRowsOf } from './incident-tally.ts';
import { visible } from './incident-visible.ts';
import { deletePlaces } from './incident-write.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

function due(
  eb: ExpressionBuilder<Schema, 'incident'>,
  { deletedBefore, closedBeforeMonth }: PurgeQuery,
): Expression<SqlBool> {
  const deleted = eb('deleted_at', '<', deletedBefore);
  if (closedBeforeMonth === null) return deleted;
  const old = eb.and([eb('closed', '=', 1), eb('month', '<', monthNumber(closedBeforeMonth))]);
  return eb.or([deleted, old]);
}

export async function countPurgeable(db: Kysely<Schema>, which: PurgeQuery): Promise<number> {
  const row = await db
    .selectFrom('incident')
    .where((eb) => due(eb, which))
    .where(visible('import_seq'))
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Takes records for good, with their places and revisions: what retention is for. */
export function purgeIncidents(db: Kysely<Schema>, which: PurgeQuery, limit: number, write: Write): Promise<number> {
  return inTransaction(db, async (trx) => {
    const rows = await trx
      .selectFrom('incident')
      .selectAll()
      .where((eb) => due(eb, which))
      .where(visible('import_seq'))
      .orderBy('seq')
      .limit(limit)
      .execute();
    if (rows.length === 0) return 0;
    // Deleted ones left the tally when they were deleted.
    const counted = (await recordsOf(trx, rows)).filter(({ deletedAt }) => deletedAt === null);
    await addToTally(
      trx,
      counted.flatMap(({ incident }) => tallyRowsOf(incident, 0).map((row) => ({ ...row, n: -row.n }))),
    );
    for (const { seq } of rows) {
      await deletePlaces(trx, seq);
      await trx.deleteFrom('incident_revision').where('incident_seq', '=', seq).execute();
      await trx.deleteFrom('incident_sent').where('incident_seq', '=', seq).execute();
      await trx.deleteFrom('incident').where('seq', '=', seq).execute();
    }
    await appendAudit(trx, write.at, { ...write.audit, detail: { ...write.audit.detail, purged: rows.length } });
    return rows.length;
  });
}
