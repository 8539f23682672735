/** Entity tags of an `If-None-Match` list; commas inside the quotes belong to the tag. */
const ENTITY_TAG = /(?:W\/)?("[^"]*")/g;

/** Whether `If-None-Match` names this tag: weak comparison, a list, or `*` (RFC 9110 §13.1.2). */
export function etagMatches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag) return true;
  if (ifNoneMatch.trim() === '*') return true;
  for (const match of ifNoneMatch.matchAll(ENTITY_TAG)) if (match[1] === etag) return true;
  return false;
}
