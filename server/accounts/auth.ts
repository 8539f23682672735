import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { AccountStore } from '../store/contract/account-store.ts';
import { AUTH_PATH, CLIENT_HEADER, COOKIE_PREFIX, OIDC_CALLBACK } from './auth-names.ts';
import { CHALLENGE_TABLE, CREDENTIAL_TABLE, SECOND_FACTOR_TABLE, SESSION_TABLE, USER_TABLE } from './auth-tables.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from './password-rule.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthInput {
  readonly store: AccountStore;
  readonly baseUrl: string;
  /** 32 bytes: signs cookies, encrypts the secrets of second factors. */
  readonly key: Buffer;
  readonly sessionMaxHours: number;
  readonly oidc: OidcSettings | null;
  readonly now: () => Date;
}

/** A second factor that was begun and not confirmed, and a sign-in that waits for its code, last this long. */
const CHALLENGE_SECONDS = 600;

/**
 * The account library on the store's own connection. Its router is not mounted anywhere: each route of ours asks for
 * the one thing that it needs. Told that the database is SQLite it writes text and 0 or 1, which PostgreSQL takes as
 * well; nothing else that we use of it depends on the kind.
 */
export function openAuth({ store, baseUrl, key, sessionMaxHours, oidc, now }: AuthInput) {
  const { users } = store;
  return betterAuth({
    appName: 'Petarawan',
    baseURL: baseUrl,
    basePath: AUTH_PATH,
    secret: key.toString('hex'),
    trustedOrigins: [baseUrl],
    telemetry: { enabled: false },
    // What it says may hold an e-mail; our own log and the audit lines say what happened.
    logger: { disabled: true },
    // Our own throttle counts, in the store.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${baseUrl}/sign-in` },
    database: { db: store.database, type: 'sqlite' },
    user: USER_TABLE,
    session: {
      ...SESSION_TABLE,
      expiresIn: sessionMaxHours * 3600,
      // It would slide for ever: idle and absolute expiry are ours (session-rule.ts).
      disableSessionRefresh: true,
    },
    account: { ...CREDENTIAL_TABLE, updateAccountOnSignIn: false },
    verification: CHALLENGE_TABLE,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    plugins: [
      twoFactor({
        issuer: 'Petarawan',
        allowPasswordless: true,
        twoFactorCookieMaxAge: CHALLENGE_SECONDS,
        schema: SECOND_FACTOR_TABLE,
      }),
      ...(oidc === null
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: 'oidc',
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  redirectURI: `${baseUrl}${OIDC_CALLBACK}`,
                  requireIdTokenVerification: true,
                  disableSignUp: true,
                },
              ],
            }),
          ]),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const user = await users.find(session.userId);
            if (user === null || user.locked) return false;
            const at = now();
            return { data: { ...session, createdAt: at, updatedAt: at, userAgent: '' } };
          },
        },
      },
      account: {
        create: {
          // The tokens of a provider say who somebody is: they are used once and not kept.
          before: async (account) => ({
            data: {
              ...account,
              accessToken: null,
              refreshToken: null,
              idToken: null,
              accessTokenExpiresAt: null,
              refreshTokenExpiresAt: null,
              scope: null,
            },
          }),
        },
      },
    },
    advanced: {
      // There is no column for a picture, nor shall there be.
      database: { validateSchema: false },
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      cookies: {
        // The page asks after it is loaded, so even a link from another site needs no laxer cookie.
        session_token: { attributes: { sameSite: 'strict' } },
        two_factor: { attributes: { sameSite: 'strict' } },
      },
    },
  });
}
