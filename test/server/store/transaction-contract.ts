import type { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../server/store/schema.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import type { OpenDb } from './back-end.ts';

async function nextOf(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('counter').select('next').where('name', '=', 'test').executeTakeFirstOrThrow();
  return row.next;
}

export function transactionContract(openDb: OpenDb): void {
  describe('a transaction', () => {
    const counting = async (): Promise<Kysely<Schema>> => {
      const db = await openDb();
      await db.insertInto('counter').values({ name: 'test', next: 0 }).execute();
      return db;
    };

    it('loses no update of thirty that read, think and write', async () => {
      const db = await counting();
      await Promise.all(
        Array.from({ length: 30 }, () =>
          inTransaction(db, async (transaction) => {
            const row = await transaction.selectFrom('counter').selectAll().executeTakeFirstOrThrow();
            await new Promise((resolve) => setTimeout(resolve, 2));
            await transaction
              .updateTable('counter')
              .set({ next: row.next + 1 })
              .execute();
          }),
        ),
      );
      expect(await nextOf(db)).toBe(30);
    });

    it('that throws leaves nothing, and the next one works', async () => {
      const db = await counting();
      const failing = inTransaction(db, async (transaction) => {
        await transaction.updateTable('counter').set({ next: 7 }).execute();
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await nextOf(db)).toBe(0);
      await inTransaction(db, (transaction) => transaction.updateTable('counter').set({ next: 8 }).execute());
      expect(await nextOf(db)).toBe(8);
    });

    it('is not seen from outside before it ends', async () => {
      const db = await counting();
      let seen: Promise<number> | undefined;
      await inTransaction(db, async (transaction) => {
        await transaction.updateTable('counter').set({ next: 9 }).execute();
        seen = nextOf(db);
        await transaction.updateTable('counter').set({ next: 10 }).execute();
      });
      expect([0, 10]).toContain(await seen);
    });

    it('a fault of one statement keeps its code and undoes the whole', async () => {
      const db = await counting();
      const twice = inTransaction(db, async (transaction) => {
        await transaction.updateTable('counter').set({ next: 5 }).execute();
        await transaction.insertInto('counter').values({ name: 'test', next: 1 }).execute();
      });
      await expect(twice).rejects.toMatchObject({ code: expect.stringMatching(/^(SQLITE_CONSTRAINT\w*|23505)$/) });
      expect(await nextOf(db)).toBe(0);
    });

    it('numbers come out as numbers', async () => {
      const db = await counting();
      await db.updateTable('counter').set({ next: 2_000_000_000 }).execute();
      await db.insertInto('counter').values({ name: 'other', next: 2_000_000_000 }).execute();
      const row = await db
        .selectFrom('counter')
        .select(({ fn }) => [fn.countAll<number>().as('n'), fn.sum<number>('next').as('sum'), fn.max('next').as('max')])
        .executeTakeFirstOrThrow();
      expect(row).toEqual({ n: 2, sum: 4_000_000_000, max: 2_000_000_000 });
    });
  });
}
