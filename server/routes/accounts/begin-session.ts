import type { Actor } from '../../policy.ts';
import type { User } from '../../store/contract/account-store.ts';
import type { AccountInput } from './account-input.ts';

export interface Begun {
  readonly user: Pick<User, 'id' | 'role'>;
  /** Of the session that the library began. */
  readonly token: string | null;
  readonly by: 'password' | 'code' | 'recovery_code' | 'oidc' | 'link';
}

/** A sign-in came to a session: notes whether a code was given, and writes the audit line. */
export async function beginSession({ store }: AccountInput, { ip }: Actor, { user, token, by }: Begun): Promise<void> {
  if (token === null) throw new Error('the account library began no session');
  if (by === 'code' || by === 'recovery_code') await store.accounts.sessions.markSecondFactor(token);
  const { id: userId, role } = user;
  await store.audit.append({ userId, role, action: 'sign_in', subject: `user:${userId}`, detail: { by }, ip });
}
