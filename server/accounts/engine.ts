import { hashPassword } from 'better-auth/crypto';
import { type AuthInput, type OidcSettings, openAuth } from './auth.ts';
import { openThrottle, type Throttle } from './throttle.ts';
import { openTurns, type Turns } from './turns.ts';

const HASHES_AT_ONCE = 2;
/** Some two seconds of waiting for the last of them. */
const HASHES_WAITING = 40;

export interface EngineInput extends Omit<AuthInput, 'oidc'> {
  readonly throttleKey: Buffer;
  readonly oidc: OidcSettings | null;
}

export interface Engine {
  readonly auth: ReturnType<typeof openAuth>;
  /** The same with the provider of OIDC: apart, so that a provider that hangs holds up nobody else. */
  readonly oidcAuth: () => ReturnType<typeof openAuth>;
  readonly throttle: Throttle;
  /** For whoever is not signed in and wants a password looked at. */
  readonly hashTurns: Turns;
  readonly hashPassword: (password: string) => Promise<string>;
}

/** Everything of accounts that wants the library; loaded when somebody first asks (it takes some 30 MB). */
export function openEngine(input: EngineInput): Engine {
  const { store, throttleKey, oidc, now, ...rest } = input;
  let withOidc: ReturnType<typeof openAuth> | null = null;
  return {
    auth: openAuth({ ...rest, store, now, oidc: null }),
    oidcAuth: () => {
      withOidc ??= openAuth({ ...rest, store, now, oidc });
      return withOidc;
    },
    throttle: openThrottle(store.database, throttleKey, now),
    hashTurns: openTurns(HASHES_AT_ONCE, HASHES_WAITING),
    hashPassword,
  };
}
