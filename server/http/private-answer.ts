import type { HeaderRecord } from './header-sets.ts';

/** An answer for one person: kept by nobody on the way. */
export function privateJson(body: unknown, headers: HeaderRecord, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Vary: 'Cookie', ...headers },
  });
}
