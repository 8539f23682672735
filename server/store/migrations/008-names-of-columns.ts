import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * A header that was not the name of a field was kept as it stood, and a mapping under a digest that could be guessed:
 * columns get their numbers, mappings are forgotten and made anew by the next import.
 */
export async function namesOfColumns(db: Transaction<Schema>): Promise<void> {
  await db.deleteFrom('import_mapping').execute();
  for (const { seq, columns } of await db.selectFrom('import').select(['seq', 'columns']).execute()) {
    const before = JSON.parse(columns ?? '[]') as readonly { readonly field: string | null }[];
    const numbered = before.map(({ field }, i) => ({ name: `#${i + 1}`, field }));
    await db
      .updateTable('import')
      .set({
        signature: null,
        columns: columns === null ? null : JSON.stringify(numbered),
        reason_fields: null,
      })
      .where('seq', '=', seq)
      .execute();
  }
}
