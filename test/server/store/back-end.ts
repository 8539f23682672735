import type { Kysely } from 'kysely';
import pg from 'pg';
import { IN_MEMORY, openDatabase, type StoreAddress } from '../../../server/store/open.ts';
import type { Schema } from '../../../server/store/schema.ts';

/** A fresh database with its tables; what a contract is given. It is closed and dropped after each test. */
export type OpenDb = () => Promise<Kysely<Schema>>;

export interface BackEnd {
  readonly name: string;
  /** Null when it cannot be run here. */
  readonly openDb: OpenDb | null;
  readonly clean: () => Promise<void>;
}

const NOW = new Date('2026-11-24T00:00:00Z');

function sqlite(): BackEnd {
  const opened: Kysely<Schema>[] = [];
  return {
    name: 'SQLite',
    openDb: async () => {
      const db = await openDatabase({ dataDir: IN_MEMORY, databaseUrl: null }, NOW);
      opened.push(db);
      return db;
    },
    clean: async () => {
      await Promise.all(opened.splice(0).map((db) => db.destroy()));
    },
  };
}

/** One statement by a connection of its own. */
export async function asOwner(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

let schemas = 0;

/** A schema of its own, so that runs side by side do not meet. */
export async function freshSchema(databaseUrl: string): Promise<Required<StoreAddress> & { readonly schema: string }> {
  schemas += 1;
  const schema = `petarawan_test_${process.pid}_${schemas}`;
  await asOwner(databaseUrl, `drop schema if exists ${schema} cascade; create schema ${schema}`);
  return { dataDir: IN_MEMORY, databaseUrl, schema };
}

function postgres(databaseUrl: string): BackEnd {
  const opened: { readonly db: Kysely<Schema>; readonly schema: string }[] = [];
  return {
    name: 'PostgreSQL',
    openDb: async () => {
      const address = await freshSchema(databaseUrl);
      const db = await openDatabase(address, NOW);
      opened.push({ db, schema: address.schema });
      return db;
    },
    clean: async () => {
      for (const { db, schema } of opened.splice(0)) {
        await db.destroy();
        await asOwner(databaseUrl, `drop schema ${schema} cascade`);
      }
    },
  };
}

/** Where PostgreSQL answers, or undefined. */
export const TEST_DATABASE_URL = process.env.TEST_DATABASE_URL || undefined;

/** SQLite always; PostgreSQL where there is one to test with. */
export const BACK_ENDS: readonly BackEnd[] = [
  sqlite(),
  TEST_DATABASE_URL === undefined
    ? { name: 'PostgreSQL (not run: TEST_DATABASE_URL is not set)', openDb: null, clean: async () => {} }
    : postgres(TEST_DATABASE_URL),
];
