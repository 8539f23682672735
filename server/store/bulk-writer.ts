import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { type PackedRows, unpackValues } from './bulk-pack.ts';
import { takeNumbers } from './incident-number.ts';
import { PLACES_PER_INCIDENT } from './incident-row.ts';
import { addToTally, type TallyRow } from './incident-tally.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Cases of one commit: other writers wait no longer than one takes (5 to 15 ms). */
export const ROWS_PER_COMMIT = 1000;
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

/** Keys of the places of cases `from` to `to`, the first of which is number `first`. */
function placeKeys(placesFrom: Int32Array, from: number, to: number, first: number): Float64Array {
  const begin = placesFrom[from] ?? 0;
  const keys = new Float64Array((placesFrom[to] ?? 0) - begin);
  for (let one = from; one < to; one += 1) {
    const start = placesFrom[one] as number;
    for (let at = start; at < (placesFrom[one + 1] as number); at += 1) {
      keys[at - begin] = (first + one - from) * PLACES_PER_INCIDENT + at - start;
    }
  }
  return keys;
}

type Table = 'incident' | 'incident_place';

/** Writes many rows by few statements, each made once. */
export class BulkWriter {
  readonly #db: Kysely<Schema>;
  readonly #importSeq: number;
  readonly #statements = new Map<string, string>();

  constructor(db: Kysely<Schema>, importSeq: number) {
    this.#db = db;
    this.#importSeq = importSeq;
  }

  /** Writes a chunk, at most 1,000 cases a commit; answers how many. `goOn` is asked before each. */
  async write(chunk: BulkChunk, goOn: () => boolean = () => true): Promise<number> {
    const { count } = chunk.incidents;
    let written = 0;
    for (let from = 0; from < count && goOn(); from += ROWS_PER_COMMIT) {
      const to = Math.min(count, from + ROWS_PER_COMMIT);
      await inTransaction(this.#db, (transaction) => this.#commit(transaction, chunk, from, to));
      written += to - from;
    }
    return written;
  }

  /** Counts of what was written; seen, like the cases, when the import is. */
  async writeTally(rows: readonly TallyRow[]): Promise<void> {
    for (let i = 0; i < rows.length; i += ROWS_PER_COMMIT) {
      await inTransaction(this.#db, (transaction) => addToTally(transaction, rows.slice(i, i + ROWS_PER_COMMIT)));
    }
  }

  async #commit(transaction: Transaction<Schema>, chunk: BulkChunk, from: number, to: number): Promise<void> {
    const first = await takeNumbers(transaction, 'incident', to - from);
    const block = { import_seq: this.#importSeq, first_seq: first, n: to - from };
    await transaction.insertInto('import_block').values(block).execute();
    await this.#insert(transaction, 'incident', chunk.incidents, from, to, (row) => first + row - from);
    const [placesFrom, placesTo] = [chunk.placesFrom[from] ?? 0, chunk.placesFrom[to] ?? 0];
    const keys = placeKeys(chunk.placesFrom, from, to, first);
    await this.#insert(
      transaction,
      'incident_place',
      chunk.places,
      placesFrom,
      placesTo,
      (row) => keys[row - placesFrom] ?? 0,
    );
  }

  async #insert(
    transaction: Transaction<Schema>,
    table: Table,
    rows: PackedRows,
    from: number,
    to: number,
    keyOf: (row: number) => number,
  ): Promise<void> {
    for (let at = from; at < to; at += ROWS_PER_STATEMENT) {
      const end = Math.min(to, at + ROWS_PER_STATEMENT);
      const sql = this.#statement(transaction, table, rows.names, end - at);
      await transaction.executeQuery(CompiledQuery.raw(sql, unpackValues(rows, at, end, 'seq', keyOf)));
    }
  }

  #statement(transaction: Transaction<Schema>, table: Table, names: readonly string[], rows: number): string {
    const key = `${table} ${rows}`;
    const known = this.#statements.get(key);
    if (known !== undefined) return known;
    // Its values stand for any: only the text is kept.
    const row = Object.fromEntries(names.map((name) => [name, 0]));
    const { sql } = transaction
      .insertInto(table)
      .values(Array.from({ length: rows }, () => row) as never)
      .compile();
    this.#statements.set(key, sql);
    return sql;
  }
}
