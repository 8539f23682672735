import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, openDatabase, type StoreAddress } from '../../../server/store/open.ts';
import type { Schema } from '../../../server/store/schema.ts';
import { sqlAuditStore } from '../../../server/store/sql-audit-store.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import { asOwner, freshSchema, TEST_DATABASE_URL } from './back-end.ts';

const URL_OF_TEST = TEST_DATABASE_URL ?? '';

/** As two servers would: each with a pool, and a line of writers, of its own. */
describe.skipIf(TEST_DATABASE_URL === undefined)('two servers that write one PostgreSQL', () => {
  let address: StoreAddress;
  let servers: readonly Kysely<Schema>[];
  beforeEach(async () => {
    address = await freshSchema(URL_OF_TEST);
    servers = [await openDatabase(address, new Date(0)), connect(address)];
  });
  afterEach(async () => {
    for (const db of servers) await db.destroy();
    await asOwner(URL_OF_TEST, `drop schema ${address.schema} cascade`);
  });

  it('lose no update of those that read, then write', async () => {
    const [db] = servers;
    await db?.insertInto('counter').values({ name: 'test', next: 0 }).execute();
    const add = (to: Kysely<Schema>) =>
      inTransaction(to, async (transaction) => {
        const row = await transaction.selectFrom('counter').selectAll().executeTakeFirstOrThrow();
        await new Promise((resolve) => setTimeout(resolve, 3));
        await transaction
          .updateTable('counter')
          .set({ next: row.next + 1 })
          .execute();
      });
    await Promise.all(Array.from({ length: 12 }, () => servers.map(add)).flat());
    expect((await db?.selectFrom('counter').selectAll().executeTakeFirstOrThrow())?.next).toBe(24);
  });

  it('make one audit log', async () => {
    const entry = { userId: null, role: 'admin', action: 'sign_in', subject: null, ip: null } as const;
    const append = (db: Kysely<Schema>, i: number) => sqlAuditStore(db).append({ ...entry, detail: { i } });
    await Promise.all(Array.from({ length: 12 }, (_, i) => servers.map((db) => append(db, i))).flat());
    const [db] = servers;
    if (db === undefined) throw new Error('no server');
    expect(await sqlAuditStore(db).verify()).toMatchObject({ ok: true, rows: 24 });
  });
});
