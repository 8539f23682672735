import type { Kysely } from 'kysely';
import rateLimiter from 'rate-limiter-flexible';
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js';
import type { Schema } from '../store/schema.ts';

interface Limit {
  readonly keyPrefix: string;
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

type Stored = Pick<Schema['throttle'], 'points' | 'expires_at'>;

/**
 * The library's limiter on the store, so that all servers of one store count together. A counter starts anew only after
 * `duration` without a counted try: with windows that begin at the first try, twice as many would fit around their
 * border. What is refused does not prolong it.
 */
export class StoreLimiter extends RateLimiterStoreAbstract<Stored> {
  readonly #db: Kysely<Schema>;
  readonly #now: () => Date;

  constructor(db: Kysely<Schema>, now: () => Date, limit: Limit) {
    super(limit);
    this.#db = db;
    this.#now = now;
  }

  protected _upsert(key: string, points: number, durationMs: number, forceExpire: boolean): Promise<Stored> {
    const now = this.#now();
    const at = now.toISOString();
    const expiresAt = new Date(now.getTime() + durationMs).toISOString();
    return this.#db
      .insertInto('throttle')
      .values({ key, points, expires_at: expiresAt })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((set) => ({
          points: set
            .case()
            .when(forceExpire ? set.lit(true) : set('throttle.expires_at', '<=', at))
            .then(points)
            .else(set('throttle.points', '+', points))
            .end(),
          expires_at: set
            .case()
            .when(
              forceExpire
                ? set.lit(true)
                : set.or([set('throttle.expires_at', '<=', at), set('throttle.points', '<', this.points)]),
            )
            .then(expiresAt)
            .else(set.ref('throttle.expires_at'))
            .end(),
        })),
      )
      .returning(['points', 'expires_at'])
      .executeTakeFirstOrThrow();
  }

  protected async _get(key: string): Promise<Stored | null> {
    const row = await this.#db
      .selectFrom('throttle')
      .select(['points', 'expires_at'])
      .where('key', '=', key)
      .where('expires_at', '>', this.#now().toISOString())
      .executeTakeFirst();
    return row ?? null;
  }

  protected async _delete(key: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('throttle').where('key', '=', key).executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }

  protected _getRateLimiterRes(_key: string, changedPoints: number, { points, expires_at }: Stored) {
    const leftMs = new Date(expires_at).getTime() - this.#now().getTime();
    return new rateLimiter.RateLimiterRes(Math.max(this.points - points, 0), leftMs, points, points === changedPoints);
  }
}
