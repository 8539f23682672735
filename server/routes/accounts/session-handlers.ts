import { attempt } from '../../accounts/attempt.ts';
import { privateJson } from '../../http/private-answer.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, nextAnswer } from './account-input.ts';

export function sessionHandlers({ accounts, store, headers }: AccountInput) {
  return {
    'GET /api/session': async (c) => {
      const oidc = accounts.settings.oidc !== null;
      const signIn = await accounts.signInOf(c);
      if (signIn === null) return privateJson({ role: 'public', user: null, pending: null, oidc }, headers);
      const { userId: id, name, email, role, enrolled: secondFactor, pending } = signIn;
      const user = { id, name, email, role, secondFactor };
      return privateJson({ role: pending === null ? role : 'public', user, pending, oidc }, headers);
    },
    'POST /api/sign-out': async (c, { userId, sessionId, role, ip }) => {
      const { auth } = await accounts.engine();
      const outcome = await attempt(() => auth.api.signOut({ headers: accounts.headersOf(c), returnHeaders: true }));
      // Whatever the library makes of the cookie, the session is over.
      if (sessionId !== null) await store.accounts.sessions.end(sessionId);
      await store.audit.append({ userId, role, action: 'sign_out', subject: `user:${userId}`, detail: {}, ip });
      return nextAnswer('done', headers, outcome.ok ? outcome.cookies : []);
    },
  } satisfies Record<string, InternalHandler>;
}
