import { ACCOUNT_ROLES, type AccountRole } from '../../domain/role.ts';
import { type ClientAddressOf, clientAddress } from '../http/client-address.ts';
import type { HttpContext } from '../http/send.ts';
import type { Actor } from '../policy.ts';
import { subKey } from '../secret.ts';
import type { AccountStore } from '../store/contract/account-store.ts';
import type { OidcSettings } from './auth.ts';
import { CLIENT_HEADER, cookieName } from './auth-names.ts';
import type { Engine } from './engine.ts';
import { isAlive, type Pending, pendingFactorOf, type SessionLimits } from './session-rule.ts';

export interface AccountSettings {
  readonly secret: Uint8Array;
  readonly sessionLimits: SessionLimits;
  readonly oidc: OidcSettings | null;
  readonly trustedProxies: readonly string[];
}

export interface AccountsInput extends AccountSettings {
  readonly store: AccountStore;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** Somebody who gave a password, or whom the provider sent; `pending` says what is missing before the role counts. */
export interface SignIn {
  readonly sessionId: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly enrolled: boolean;
  readonly pending: Pending | null;
}

export interface Accounts {
  readonly settings: AccountSettings;
  /** Loads the account library at the first call. */
  readonly engine: () => Promise<Engine>;
  /** Whose session the cookie of the request names; null when there is none that counts. */
  readonly signInOf: (c: HttpContext) => Promise<SignIn | null>;
  readonly actorOf: (c: HttpContext) => Promise<Actor>;
  readonly addressOf: ClientAddressOf;
  /** What the library may see of a request: its cookies and the client's address. */
  readonly headersOf: (c: HttpContext) => Headers;
}

/** Each use is written down at most this often: a map that asks twenty times makes one write. */
const TOUCH_MS = 60_000;

export function openAccounts(input: AccountsInput): Accounts {
  const { store, baseUrl, now, sessionLimits, oidc, trustedProxies, secret } = input;
  const addressOf = clientAddress(trustedProxies);
  const sessionCookie = `${cookieName(baseUrl, 'session_token')}=`;
  let loaded: Promise<Engine> | null = null;
  const engine = (): Promise<Engine> => {
    loaded ??= import('./engine.ts').then(({ openEngine }) =>
      openEngine({
        store,
        baseUrl,
        key: subKey(secret, 'auth'),
        throttleKey: subKey(secret, 'throttle'),
        sessionMaxHours: sessionLimits.maxHours,
        oidc,
        now,
      }),
    );
    return loaded;
  };
  const headersOf = (c: HttpContext): Headers => {
    const headers = new Headers({ cookie: c.req.header('cookie') ?? '' });
    const address = addressOf(c);
    if (address !== null) headers.set(CLIENT_HEADER, address);
    return headers;
  };
  const signInOf = async (c: HttpContext): Promise<SignIn | null> => {
    // Nobody without the cookie needs the library.
    if (!(c.req.header('cookie') ?? '').includes(sessionCookie)) return null;
    const { auth } = await engine();
    const found = await auth.api.getSession({ headers: headersOf(c) });
    if (found === null) return null;
    const { session, user } = found;
    const role = ACCOUNT_ROLES.find((one) => one === user.role);
    if (role === undefined || user.locked) return null;
    const at = now();
    if (!isAlive({ createdAt: session.createdAt, lastUsedAt: session.updatedAt }, sessionLimits, at)) {
      await store.sessions.end(session.id);
      return null;
    }
    if (at.getTime() - session.updatedAt.getTime() >= TOUCH_MS) {
      await store.sessions.touch(session.id, at.toISOString());
    }
    const enrolled = user.twoFactorEnabled === true;
    const pendingFactor = pendingFactorOf({ role, enrolled, given: session.secondFactor });
    // Asked at each request: a confirmation that is withdrawn ends at once what it allowed.
    const waits = role === 'satgas' && !(await store.colleagues.isConfirmed(user.id));
    return {
      sessionId: session.id,
      userId: user.id,
      email: user.email,
      name: user.name,
      role,
      enrolled,
      pending: pendingFactor ?? (waits ? 'confirmation' : null),
    };
  };
  return {
    settings: { sessionLimits, oidc, trustedProxies, secret },
    engine,
    signInOf,
    addressOf,
    headersOf,
    actorOf: async (c) => {
      const ip = addressOf(c);
      const signIn = await signInOf(c);
      if (signIn === null) return { role: 'public', userId: null, sessionId: null, ip };
      const { role, pending, userId, sessionId } = signIn;
      const waits = pending === 'confirmation' ? ({ unconfirmed: true } as const) : {};
      return { role: pending === null ? role : 'public', userId, sessionId, ip, ...waits };
    },
  };
}
