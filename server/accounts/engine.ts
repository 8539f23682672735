import { APIError } from 'better-auth/api';
import { hashPassword } from 'better-auth/crypto';
import { type AuthInput, type OidcSettings, openAuth } from './auth.ts';
import { openThrottle, type Throttle } from './throttle.ts';

export interface EngineInput extends Omit<AuthInput, 'oidc'> {
  readonly throttleKey: Buffer;
  readonly oidc: OidcSettings | null;
}

/** What an act of the library came to: its answer with the cookies to set, or the code of its refusal. */
export type Outcome<T> =
  | { readonly ok: true; readonly answer: T; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly status: number; readonly code: string };

export interface Engine {
  readonly auth: ReturnType<typeof openAuth>;
  /** The same with the provider of OIDC: apart, so that a provider that hangs holds up nobody else. */
  readonly oidcAuth: () => ReturnType<typeof openAuth>;
  readonly throttle: Throttle;
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
    hashPassword,
  };
}

/** Does one act of the library; what it refuses is a value. Throws what is no refusal. */
export async function attempt<T>(
  act: () => Promise<{ readonly headers: Headers; readonly response: T }>,
): Promise<Outcome<T>> {
  try {
    const { headers, response } = await act();
    return { ok: true, answer: response, cookies: headers.getSetCookie() };
  } catch (error) {
    // Over 499 it failed rather than refused.
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return { ok: false, status: error.statusCode, code: String(error.body?.code ?? '') };
  }
}
