import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';
import { BUSY_LIMIT_MS } from './store-busy.ts';

/** PostgreSQL allows 100 connections by default; two servers, their workers and a person stay below. */
const MAX_CONNECTIONS = 10;
const CONNECT_LIMIT_MS = 5_000;

const { builtins } = pg.types;
/** Counts and sums come as text, lest they exceed 2^53; ours do not. */
const AS_NUMBER: ReadonlySet<number> = new Set([builtins.INT8, builtins.NUMERIC]);

export interface PostgresAddress {
  readonly databaseUrl: string;
  /** Where the tables lie; null = the user's default, as a rule `public`. */
  readonly schema: string | null;
}

/** Numbers are numbers as from SQLite; the tables lie in `schema`. */
export function connectPostgres({ databaseUrl, schema }: PostgresAddress): Kysely<Schema> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    application_name: 'petarawan',
    // Waits as long as SQLite's writers do, then says 55P03.
    options: `-c lock_timeout=${BUSY_LIMIT_MS}${schema === null ? '' : ` -c search_path=${schema}`}`,
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        AS_NUMBER.has(oid) ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that the server ends is no fault of a request; the next one opens another.
  pool.on('error', () => {});
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
