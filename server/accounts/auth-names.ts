/** Where the account library believes to be mounted. Nothing answers there. */
export const AUTH_PATH = '/api/auth';

/** Our route that the provider sends people back to. */
export const OIDC_CALLBACK = '/api/sign-in/oidc/callback';

/** Header by which we tell the library the client's address; what a client sends under this name is dropped. */
export const CLIENT_HEADER = 'x-petarawan-client';

export const COOKIE_PREFIX = 'petarawan';

/** Name of a cookie of the library, as it is on the wire. */
export function cookieName(baseUrl: string, name: 'session_token' | 'two_factor'): string {
  return `${baseUrl.startsWith('https:') ? '__Secure-' : ''}${COOKIE_PREFIX}.${name}`;
}
