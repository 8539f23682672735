import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Schema } from './schema.ts';
import { BUSY_LIMIT_MS } from './store-busy.ts';

/** PostgreSQL allows 100 connections by default; two servers, their workers and a person stay below. */
const MAX_CONNECTIONS = 10;
const CONNECT_LIMIT_MS = 5_000;

export interface PostgresAddress {
  readonly databaseUrl: string;
  /** Where the tables lie; null = the user's default, as a rule `public`. */
  readonly schema: string | null;
}

/** The driver is loaded by the first who asks: a server on SQLite would hold some 10 MB for nothing. */
async function openPool({ databaseUrl, schema }: PostgresAddress): Promise<Pool> {
  const { default: pg } = await import('pg');
  const { builtins } = pg.types;
  /** Counts and sums come as text, lest they exceed 2^53; ours do not. */
  const asNumber: ReadonlySet<number> = new Set([builtins.INT8, builtins.NUMERIC]);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    application_name: 'petarawan',
    // Waits as long as SQLite's writers do, then says 55P03.
    options: `-c lock_timeout=${BUSY_LIMIT_MS}${schema === null ? '' : ` -c search_path=${schema}`}`,
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        asNumber.has(oid) ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that the server ends is no fault of a request; the next one opens another.
  pool.on('error', () => {});
  return pool;
}

/** Numbers are numbers as from SQLite; the tables lie in `schema`. Connects when it is first asked. */
export function connectPostgres(address: PostgresAddress): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: () => openPool(address) }) });
}
