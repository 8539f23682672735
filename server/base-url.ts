/**
 * The origin of an http(s) address, or null when it is none or says more than an origin (path, query, user):
 * the page's files live at the root, so a path could not work.
 */
export function parseBaseUrl(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  const bare =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return bare && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : null;
}
