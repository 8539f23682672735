import type { Kysely } from 'kysely';
import { PLACE_ROLES } from '../../domain/incident.ts';
import { PLACES_PER_INCIDENT } from './incident-row.ts';
import { foldTally } from './incident-tally.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** A sum of counts is written in some 10 µs. */
const COUNTS_PER_COMMIT = 500;

/** Removes what an import wrote that is not to be seen, a commit of its own for each of at most 1,000 cases. */
async function sweepImport(db: Kysely<Schema>, importSeq: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const block = await db
      .selectFrom('import_block')
      .select(['first_seq', 'n'])
      .where('import_seq', '=', importSeq)
      .orderBy('first_seq')
      .limit(1)
      .executeTakeFirst();
    if (block === undefined) break;
    const { first_seq: first, n } = block;
    await inTransaction(db, async (transaction) => {
      await transaction
        .deleteFrom('incident_place')
        .where('seq', '>=', first * PLACES_PER_INCIDENT)
        .where('seq', '<', (first + n) * PLACES_PER_INCIDENT)
        .where('import_seq', '=', importSeq)
        .execute();
      await transaction
        .deleteFrom('incident')
        .where('seq', '>=', first)
        .where('seq', '<', first + n)
        .where('import_seq', '=', importSeq)
        .execute();
      await transaction
        .deleteFrom('import_block')
        .where('import_seq', '=', importSeq)
        .where('first_seq', '=', first)
        .execute();
    });
    removed += n;
  }
  // The tally's key begins with the role: a part of it at a time.
  for (const role of PLACE_ROLES) {
    await inTransaction(db, (transaction) =>
      transaction.deleteFrom('incident_tally').where('role', '=', role).where('import_seq', '=', importSeq).execute(),
    );
  }
  return removed;
}

/** Imports that are not to be seen and still have rows. */
async function importsToSweep(db: Kysely<Schema>): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('import_block')
    .innerJoin('import', 'import.seq', 'import_block.import_seq')
    .select('import.seq')
    .where('import.state', 'in', ['cancelled', 'failed', 'refused'])
    .distinct()
    .execute();
  return rows.map(({ seq }) => seq);
}

/** Imports whose counts stand beside those of all others. */
async function importsToFold(db: Kysely<Schema>): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('incident_tally')
    .innerJoin('import', 'import.seq', 'incident_tally.import_seq')
    .select('import.seq')
    .where('import.state', '=', 'visible')
    .distinct()
    .execute();
  return rows.map(({ seq }) => seq);
}

/** Whether there is anything to sweep or to fold. */
export async function isUntidy(db: Kysely<Schema>): Promise<boolean> {
  const counts = await db.selectFrom('incident_tally').select('n').where('import_seq', '>', 0).limit(1).execute();
  return counts.length > 0 || (await importsToSweep(db)).length > 0;
}

/**
 * Removes what imports left that are not to be seen, and adds the counts of those that are to the counts of all, in
 * commits of at most 1,000 rows. Answers how many cases were removed.
 */
export async function tidyStore(db: Kysely<Schema>): Promise<number> {
  let removed = 0;
  for (const seq of await importsToSweep(db)) removed += await sweepImport(db, seq);
  for (const seq of await importsToFold(db)) {
    for (;;) {
      const folded = await inTransaction(db, (transaction) => foldTally(transaction, seq, COUNTS_PER_COMMIT));
      if (folded === 0) break;
    }
  }
  return removed;
}
