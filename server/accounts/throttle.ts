import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import rateLimiter from 'rate-limiter-flexible';
import { clientKey } from '../http/client-address.ts';
import type { Schema } from '../store/schema.ts';
import { StoreLimiter } from './store-limiter.ts';

const WINDOW_SECONDS = 15 * 60;
/** Tries from one address for one account, known or not. */
export const TRIES_PER_PAIR = 10;
/** Tries from one address: an office behind one line shares it. */
export const TRIES_PER_ADDRESS = 60;
/**
 * Passwords for one account from all addresses that did not sign in to it before. A stranger with ten lines can so keep
 * a new device out, and no known one; 9,600 guesses a day do not find a password of 12 characters.
 */
export const TRIES_PER_ACCOUNT = 100;
/** Only who knows the password comes to guess codes, and a million of them is not many: from everywhere together. */
export const CODES_PER_ACCOUNT = 10;
/** An address from which somebody signed in is known to that account for so long after the last time. */
const KNOWN_SECONDS = 30 * 24 * 3600;
/** A code of a second factor is good once (RFC 6238 §5.2): as long as the one before and the one after it count. */
const CODE_SECONDS = 120;

export interface Throttle {
  /** Counts a try; seconds to wait when there were too many, null when it may go on. */
  readonly beginTry: (kind: 'password' | 'code', account: string, address: string | null) => Promise<number | null>;
  /** It was the right one: the counter starts anew, and a password makes the address a known one. */
  readonly succeeded: (kind: 'password' | 'code', account: string, address: string | null) => Promise<void>;
  /** Whether the code was not given before; from now on it was. */
  readonly isFreshCode: (userId: string, code: string) => Promise<boolean>;
}

/**
 * Counters by digest: an e-mail that a stranger types is not kept, nor an address. What one counter refuses the wider
 * ones do not count, so guesses from one address use up nobody else's tries. Throws what the store throws.
 */
export function openThrottle(db: Kysely<Schema>, key: Buffer, now: () => Date): Throttle {
  const limiter = (keyPrefix: string, points: number, duration = WINDOW_SECONDS) =>
    new StoreLimiter(db, now, { keyPrefix, points, duration });
  const byPair = limiter('password', TRIES_PER_PAIR);
  const byAccount = limiter('account', TRIES_PER_ACCOUNT);
  const byCodes = limiter('code', CODES_PER_ACCOUNT);
  const byAddress = limiter('address', TRIES_PER_ADDRESS);
  const known = limiter('known', 1, KNOWN_SECONDS);
  const spent = limiter('spent', 1, CODE_SECONDS);
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const lineOf = (address: string | null) => clientKey(address ?? 'unknown');
  const pairOf = (account: string, address: string | null) => `${lineOf(address)} ${account}`;
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
    beginTry: async (kind, account, address) => {
      if (kind === 'code') return (await consume(byCodes, account)) ?? consume(byAddress, lineOf(address));
      const pair = pairOf(account, address);
      const waitSeconds = (await consume(byPair, pair)) ?? (await consume(byAddress, lineOf(address)));
      if (waitSeconds !== null || (await known.get(digest(pair))) !== null) return waitSeconds;
      return consume(byAccount, account);
    },
    succeeded: async (kind, account, address) => {
      if (kind === 'code') {
        await byCodes.delete(digest(account));
        return;
      }
      const pair = digest(pairOf(account, address));
      await byPair.delete(pair);
      await known.set(pair, 1, KNOWN_SECONDS);
    },
    isFreshCode: async (userId, code) => (await consume(spent, `${userId} ${code}`)) === null,
  };
}
