import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '../../../server/store/database-file.ts';
import { connect, openDatabase } from '../../../server/store/open.ts';
import type { Schema } from '../../../server/store/schema.ts';
import { keepStatements } from '../../../server/store/sqlite-statements.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import { temporaryFolder } from '../fixture/geodata.ts';

let folder: ReturnType<typeof temporaryFolder>;
let db: Kysely<Schema>;
let other: Kysely<Schema>;

beforeEach(async () => {
  folder = temporaryFolder();
  const address = { dataDir: folder.path, databaseUrl: null };
  db = await openDatabase(address, new Date(0));
  other = connect(address);
  await db.insertInto('counter').values({ name: 'test', next: 0 }).execute();
});
afterEach(async () => {
  await db.destroy();
  await other.destroy();
  folder.remove();
});

const add = (to: Kysely<Schema>) =>
  inTransaction(to, async (transaction) => {
    const row = await transaction.selectFrom('counter').selectAll().executeTakeFirstOrThrow();
    await sleep(1);
    await transaction
      .updateTable('counter')
      .set({ next: row.next + 1 })
      .execute();
  });
const count = async () => (await db.selectFrom('counter').selectAll().executeTakeFirstOrThrow()).next;

describe('two connections that write', () => {
  it('lose nothing: each takes the lock before it reads', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => add(i % 2 === 0 ? db : other)));
    expect(await count()).toBe(40);
  });

  it('a lone statement waits for the other as well', async () => {
    const long = inTransaction(other, async (transaction) => {
      await transaction.updateTable('counter').set({ next: 5 }).execute();
      await sleep(150);
    });
    await sleep(10);
    await db.updateTable('counter').set({ next: 6 }).execute();
    await long;
    expect(await count()).toBe(6);
  });

  it('a reader is not kept waiting, and sees what was committed', async () => {
    await inTransaction(other, async (transaction) => {
      await transaction.updateTable('counter').set({ next: 5 }).execute();
      const begin = performance.now();
      expect(await count()).toBe(0);
      expect(performance.now() - begin).toBeLessThan(1_000);
    });
    expect(await count()).toBe(5);
  });
});

describe('a transaction that asks the store from inside', () => {
  it('is told after a while, and does not hang for ever', { timeout: 20_000 }, async () => {
    const stuck = inTransaction(db, async (transaction) => {
      await transaction.updateTable('counter').set({ next: 9 }).execute();
      await count();
    });
    await expect(stuck).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect(await count()).toBe(0);
  });
});

describe('a file', () => {
  it('is kept durably, with foreign keys, and never waits inside the driver', async () => {
    const file = new Database(join(folder.path, DATABASE_FILE), { readonly: true });
    expect(file.pragma('journal_mode', { simple: true })).toBe('wal');
    file.close();
    const own = async (name: string) => Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] ?? {})[0];
    expect([await own('synchronous'), await own('foreign_keys'), await own('busy_timeout')]).toEqual([2, 1, 0]);
  });
});

describe('keepStatements', () => {
  it('prepares a text once, and forgets what was longest unused', () => {
    const file = new Database(':memory:');
    let prepared = 0;
    const counting = {
      prepare: (text: string) => {
        prepared += 1;
        return file.prepare(text);
      },
    } as unknown as Database.Database;
    const prepare = keepStatements(counting, 2);
    const one = prepare('select 1');
    prepare('select 2');
    expect(prepare('select 1')).toBe(one);
    prepare('select 3');
    expect(prepared).toBe(3);
    expect(prepare('select 1')).toBe(one);
    prepare('select 2');
    expect(prepared).toBe(4);
    file.close();
  });

  it('keeps a long text only when it comes again', () => {
    const file = new Database(':memory:');
    const prepare = keepStatements(file);
    const long = `select ${Array.from({ length: 1500 }, (_, i) => i).join(', ')}`;
    const first = prepare(long);
    const second = prepare(long);
    expect(second).not.toBe(first);
    expect(prepare(long)).toBe(second);
    file.close();
  });
});
