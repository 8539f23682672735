import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { type Cell, type PackedRows, unpackValues } from './bulk-pack.ts';
import { takeNumbers } from './incident-number.ts';
import { PLACES_PER_INCIDENT } from './incident-row.ts';
import { addToTally, type TallyRow } from './incident-tally.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Cases of one commit: other writers wait no longer than one takes (5 to 15 ms). */
export const ROWS_PER_COMMIT = 1000;
/** So that a writer of the server, who tries every millisecond, gets in: a pause after this many commits. */
const COMMITS_PER_PAUSE = 3;
const PAUSE_MS = 2;
/** Rows of one statement: SQLite binds 32,766 values, a row has some 24. */
const ROWS_PER_STATEMENT = 250;

/** Cases and their places in the order to write them; `seq` is given when they are written. */
export interface BulkChunk {
  readonly incidents: PackedRows;
  /** The places of a case stand together, in the order of the cases. */
  readonly places: PackedRows;
  /** Of each case, where its places begin; one more at the end. */
  readonly placesFrom: Int32Array<ArrayBuffer>;
}

type Table = 'incident' | 'incident_place';

/** Some rows as one statement; the key of each row is put in when it is known. */
interface Prepared {
  readonly sql: string;
  readonly values: Cell[];
  /** Where the key stands in a row, how wide a row is, and the number of the first. */
  readonly key: number;
  readonly width: number;
  readonly row: number;
}

async function run(
  transaction: Transaction<Schema>,
  { sql, values, key, width, row }: Prepared,
  keyOf: (row: number) => number,
): Promise<void> {
  for (let at = key, i = row; at < values.length; at += width, i += 1) values[at] = keyOf(i);
  await transaction.executeQuery(CompiledQuery.raw(sql, values));
}

/** Keys of the places of cases `from` to `to`, as if the first were number 0. */
function placeKeys(placesFrom: Int32Array, from: number, to: number): Float64Array {
  const begin = placesFrom[from] ?? 0;
  const keys = new Float64Array((placesFrom[to] ?? 0) - begin);
  for (let one = from; one < to; one += 1) {
    const start = placesFrom[one] as number;
    for (let at = start; at < (placesFrom[one + 1] as number); at += 1) {
      keys[at - begin] = (one - from) * PLACES_PER_INCIDENT + at - start;
    }
  }
  return keys;
}

/** Writes many rows by few statements, each made once. */
export class BulkWriter {
  readonly #db: Kysely<Schema>;
  readonly #importSeq: number;
  #commits = 0;
  readonly #statements = new Map<string, string>();

  constructor(db: Kysely<Schema>, importSeq: number) {
    this.#db = db;
    this.#importSeq = importSeq;
  }

  /** Writes a chunk, at most 1,000 cases a commit. */
  async write(chunk: BulkChunk): Promise<void> {
    const { count } = chunk.incidents;
    for (let from = 0; from < count; from += ROWS_PER_COMMIT) {
      await this.#commit(chunk, from, Math.min(count, from + ROWS_PER_COMMIT));
      this.#commits += 1;
      if (this.#commits % COMMITS_PER_PAUSE === 0) await sleep(PAUSE_MS);
    }
  }

  /** Counts of what was written; seen, like the cases, when the import is. */
  async writeTally(rows: readonly TallyRow[]): Promise<void> {
    for (let i = 0; i < rows.length; i += ROWS_PER_COMMIT) {
      await inTransaction(this.#db, (transaction) => addToTally(transaction, rows.slice(i, i + ROWS_PER_COMMIT)));
    }
  }

  /** Values are laid out before the lock is taken and numbered under it. */
  async #commit(chunk: BulkChunk, from: number, to: number): Promise<void> {
    const placesFrom = chunk.placesFrom[from] ?? 0;
    const incidents = this.#prepare('incident', chunk.incidents, from, to);
    const places = this.#prepare('incident_place', chunk.places, placesFrom, chunk.placesFrom[to] ?? 0);
    const keys = placeKeys(chunk.placesFrom, from, to);
    await inTransaction(this.#db, async (transaction) => {
      const first = await takeNumbers(transaction, 'incident', to - from);
      const block = { import_seq: this.#importSeq, first_seq: first, n: to - from };
      await transaction.insertInto('import_block').values(block).execute();
      for (const statement of incidents) await run(transaction, statement, (row) => first + row - from);
      const firstKey = first * PLACES_PER_INCIDENT;
      for (const statement of places)
        await run(transaction, statement, (row) => firstKey + (keys[row - placesFrom] ?? 0));
    });
  }

  #prepare(table: Table, rows: PackedRows, from: number, to: number): Prepared[] {
    const prepared: Prepared[] = [];
    for (let at = from; at < to; at += ROWS_PER_STATEMENT) {
      const end = Math.min(to, at + ROWS_PER_STATEMENT);
      const sql = this.#statement(table, rows.names, end - at);
      prepared.push({
        sql,
        values: unpackValues(rows, at, end),
        key: rows.names.indexOf('seq'),
        width: rows.names.length,
        row: at,
      });
    }
    return prepared;
  }

  #statement(table: Table, names: readonly string[], rows: number): string {
    const key = `${table} ${rows}`;
    const known = this.#statements.get(key);
    if (known !== undefined) return known;
    // Its values stand for any: only the text is kept.
    const row = Object.fromEntries(names.map((name) => [name, 0]));
    const { sql } = this.#db
      .insertInto(table)
      .values(Array.from({ length: rows }, () => row) as never)
      .compile();
    this.#statements.set(key, sql);
    return sql;
  }
}
