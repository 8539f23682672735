import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Takes the next `count` numbers of a name (`incident`, `import`); answers the first of them. Numbers begin at 1. */
export async function takeNumbers(db: Transaction<Schema>, name: string, count: number): Promise<number> {
  await db
    .insertInto('counter')
    .values({ name, next: 1 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { next } = await db
    .updateTable('counter')
    .set((eb) => ({ next: eb('next', '+', count) }))
    .where('name', '=', name)
    .returning('next')
    .executeTakeFirstOrThrow();
  return next - count;
}
