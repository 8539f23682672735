import { fetchSession } from '../session.ts';
import { isPagePath, type PagePath } from '../use-view.tsx';

/** Where somebody of a role begins. */
const HOME: Readonly<Record<string, PagePath>> = { satgas: '/incidents', admin: '/admin' };

/** What the sign-in page was told in its address. A path that is no page of ours is not followed. */
export function asideOf(search: string): { readonly next: PagePath | null; readonly oidc: string | null } {
  const given = new URLSearchParams(search);
  const next = given.get('next');
  return { next: next !== null && isPagePath(next) ? next : null, oidc: given.get('oidc') };
}

/**
 * Opens the page to go on with. The document is loaded anew, so nothing that was fetched for another session stays
 * in memory.
 */
export async function goOn(next: PagePath | null, hrefOf: (path: string) => string): Promise<void> {
  const { role, pending } = await fetchSession();
  // What is still missing is said there, and not on the page of cases that somebody was going to.
  const path = pending === 'confirmation' ? '/account' : (next ?? HOME[role] ?? '/');
  location.assign(hrefOf(path));
}
