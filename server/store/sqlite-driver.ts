import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { reasonOf } from '../fault.ts';
import { keepStatements } from './sqlite-statements.ts';
import { BUSY_LIMIT_MS, StoreBusy } from './store-busy.ts';

/** Between two tries while another process writes: an import leaves 2 ms free after some commits of 5 to 10. */
const RETRY_MS = 1;

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(reasonOf(error));
}

/**
 * One SQLite connection for everybody in this process. The file is read and written within the call, so a lone
 * statement needs no turn; a transaction is one writer's until it ends, and others wait for it.
 *
 * SQLite's own `busy_timeout` would stop the event loop while another process holds the lock: here it is asleep
 * between tries, and throws after `limitMs` with the code SQLITE_BUSY.
 */
export class SqliteDriver implements Driver {
  readonly #database: Database;
  readonly #limitMs: number;
  readonly #prepare: ReturnType<typeof keepStatements>;
  #owner: DatabaseConnection | null = null;
  #waiting: (() => void)[] = [];

  constructor(database: Database, limitMs = BUSY_LIMIT_MS) {
    this.#database = database;
    this.#limitMs = limitMs;
    this.#prepare = keepStatements(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection: DatabaseConnection = {
      executeQuery: <R>(query: CompiledQuery) =>
        this.#inTurn(connection, () => this.#run(query) as unknown as QueryResult<R>),
      // A cursor would hold the connection while somebody else's network is slow.
      streamQuery: () => {
        throw new Error('read by pages');
      },
    };
    return connection;
  }

  /** The write lock at once: a transaction that reads first and writes then could not be repeated halfway. */
  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#inTurn(connection, () => {
      this.#prepare('begin immediate').run();
      this.#owner = connection;
    });
  }

  async commitTransaction(): Promise<void> {
    this.#prepare('commit').run();
    this.#end();
  }

  /** SQLite has rolled back by itself after some faults, as on a full disk. */
  async rollbackTransaction(): Promise<void> {
    try {
      if (this.#database.inTransaction) this.#prepare('rollback').run();
    } finally {
      this.#end();
    }
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#database.close();
  }

  #end(): void {
    this.#owner = null;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async #inTurn<T>(connection: DatabaseConnection, act: () => T): Promise<T> {
    const end = performance.now() + this.#limitMs;
    for (;;) {
      if (this.#owner === null || this.#owner === connection) {
        try {
          return act();
        } catch (error) {
          if (!isBusy(error) || this.#owner === connection || performance.now() >= end) throw error;
        }
        await sleep(RETRY_MS);
      } else {
        await this.#ownerGone(end);
      }
    }
  }

  async #ownerGone(end: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new StoreBusy('another transaction of this process did not end')),
        Math.max(0, end - performance.now()),
      );
      this.#waiting.push(resolve);
    }).finally(() => clearTimeout(timer));
  }

  #run({ sql, parameters }: CompiledQuery): QueryResult<unknown> {
    const statement = this.#prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters) };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }
}
