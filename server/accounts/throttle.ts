import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import rateLimiter from 'rate-limiter-flexible';
import { clientKey } from '../http/client-address.ts';
import type { Schema } from '../store/schema.ts';
import { StoreLimiter } from './store-limiter.ts';

const WINDOW_SECONDS = 15 * 60;
/** Tries for one account, known or not. */
export const TRIES_PER_ACCOUNT = 10;
/** Tries from one address: an office behind one line shares it. */
export const TRIES_PER_ADDRESS = 60;
/** A code of a second factor is good once (RFC 6238 §5.2): as long as the one before and the one after it count. */
const CODE_SECONDS = 120;

export interface Throttle {
  /** Counts a try; seconds to wait when there were too many, null when it may go on. */
  readonly beginTry: (kind: 'password' | 'code', account: string, address: string | null) => Promise<number | null>;
  /** It was the right one: the account's counter starts anew. */
  readonly succeeded: (kind: 'password' | 'code', account: string) => Promise<void>;
  /** Whether the code was not given before; from now on it was. */
  readonly isFreshCode: (userId: string, code: string) => Promise<boolean>;
}

/** Counters by digest: an e-mail that a stranger types is not kept. Throws what the store throws. */
export function openThrottle(db: Kysely<Schema>, key: Buffer, now: () => Date): Throttle {
  const limiter = (keyPrefix: string, points: number, duration = WINDOW_SECONDS) =>
    new StoreLimiter(db, now, { keyPrefix, points, duration });
  const byAccount = {
    password: limiter('password', TRIES_PER_ACCOUNT),
    code: limiter('code', TRIES_PER_ACCOUNT),
  };
  const byAddress = limiter('address', TRIES_PER_ADDRESS);
  const byCode = limiter('spent', 1, CODE_SECONDS);
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const consume = async (counter: StoreLimiter, of: string): Promise<number | null> => {
    try {
      await counter.consume(digest(of));
      return null;
    } catch (refused) {
      if (!(refused instanceof rateLimiter.RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  };
  return {
    beginTry: async (kind, account, address) =>
      (await consume(byAddress, clientKey(address ?? 'unknown'))) ?? (await consume(byAccount[kind], account)),
    succeeded: async (kind, account) => {
      await byAccount[kind].delete(digest(account));
    },
    isFreshCode: async (userId, code) => (await consume(byCode, `${userId} ${code}`)) === null,
  };
}
