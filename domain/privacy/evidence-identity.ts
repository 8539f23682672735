import type { IdentityKind } from './identity-kind.ts';
import { VALUE_PATTERNS } from './identity-patterns.ts';

/** What a prose about places may hold by right: names of streets and towns, years, "umur 15–24 tahun". */
const ALLOWED_IN_PROSE: readonly IdentityKind[] = ['address', 'birth_date'];

/**
 * What a text of the evidence (a finding about a place, the title of its source) gives away about a person: numbers
 * of persons and accounts, plates, and names behind their forms of address. Null when nothing is found.
 */
export function identityInProse(text: string): IdentityKind | null {
  const found = VALUE_PATTERNS.find(([kind, pattern]) => !ALLOWED_IN_PROSE.includes(kind) && pattern.test(text));
  return found?.[0] ?? null;
}
