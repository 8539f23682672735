import { createHash, randomBytes } from 'node:crypto';
import type { AccountStore, Invitation } from '../store/contract/account-store.ts';

const HOUR_MS = 3_600_000;
/** The link of the first admin is printed on a terminal, the others are handed over. */
const FIRST_HOURS = 24;
const INVITATION_HOURS = 72;

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export interface OneTimeLink {
  /** For whom it is made; after `#` so that no log and no proxy sees it. */
  readonly link: string;
  readonly invitation: Invitation;
}

/** A link that sets a password, once. Only the hash of its token is kept. */
export function oneTimeLink(baseUrl: string, userId: string | null, now: Date): OneTimeLink {
  const token = randomBytes(32).toString('base64url');
  const hours = userId === null ? FIRST_HOURS : INVITATION_HOURS;
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS).toISOString();
  return { link: `${baseUrl}/setup#${token}`, invitation: { tokenHash: hashOfToken(token), userId, expiresAt } };
}

/** While there is no account: a new link for the first admin, which makes earlier ones void. Else null. */
export async function firstAdminLink(store: AccountStore, baseUrl: string, now: Date): Promise<string | null> {
  if ((await store.users.count()) > 0) return null;
  const { link, invitation } = oneTimeLink(baseUrl, null, now);
  await store.invitations.offerFirst(invitation, now.toISOString());
  return link;
}
