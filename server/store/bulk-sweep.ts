import type { Kysely } from 'kysely';
import { PLACE_ROLES } from '../../domain/incident.ts';
import { PLACES_PER_INCIDENT } from './incident-row.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Removes what an import wrote that is not to be seen, a commit of its own for each of at most 1,000 cases. */
export async function sweepImport(db: Kysely<Schema>, importSeq: number): Promise<number> {
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
export async function importsToSweep(db: Kysely<Schema>): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('import_block')
    .innerJoin('import', 'import.seq', 'import_block.import_seq')
    .select('import.seq')
    .where('import.state', 'in', ['cancelled', 'failed', 'refused'])
    .distinct()
    .execute();
  return rows.map(({ seq }) => seq);
}
