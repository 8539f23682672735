import { cookieName } from './auth-names.ts';

/** The part before the signature of a signed cookie's value: `token.signature`, encoded. Null when it is none. */
function unsigned(value: string): string | null {
  try {
    const decoded = decodeURIComponent(value);
    const end = decoded.lastIndexOf('.');
    return end > 0 ? decoded.slice(0, end) : null;
  } catch {
    return null;
  }
}

/** The token of the session that an answer of the library begins, from its cookies. */
export function tokenSet(baseUrl: string, cookies: readonly string[]): string | null {
  const prefix = `${cookieName(baseUrl, 'session_token')}=`;
  const cookie = cookies.find((one) => one.startsWith(prefix));
  return cookie === undefined ? null : unsigned(cookie.slice(prefix.length).split(';')[0] ?? '');
}

/** Name of the sign-in under way that a request's cookies hold. The library checks its signature. */
export function challengeOf(baseUrl: string, header: string): string | null {
  const prefix = `${cookieName(baseUrl, 'two_factor')}=`;
  const pair = header.split(/;\s*/).find((one) => one.startsWith(prefix));
  return pair === undefined ? null : unsigned(pair.slice(prefix.length));
}
