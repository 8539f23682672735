import * as z from 'zod/mini';
import { attempt } from '../../accounts/attempt.ts';
import { tokenSet } from '../../accounts/cookies.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from '../../accounts/password-rule.ts';
import { isAlive } from '../../accounts/session-rule.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { UserSession } from '../../store/contract/account-store.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, nextAnswer, tooManyTries } from './account-input.ts';

const passwordSchema = z.strictObject({
  current: z.string().check(z.minLength(1), z.maxLength(MAX_PASSWORD)),
  next: z.string().check(z.minLength(MIN_PASSWORD), z.maxLength(MAX_PASSWORD)),
});

const NO_SESSION: Problem = { code: 'not_found', detail: 'There is no such session.' };

export function ownAccountHandlers({ accounts, store, headers, now, baseUrl }: AccountInput) {
  const { sessions, users } = store.accounts;
  const { sessionLimits } = accounts.settings;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  const alive = ({ createdAt, lastUsedAt }: UserSession) =>
    isAlive({ createdAt: new Date(createdAt), lastUsedAt: new Date(lastUsedAt) }, sessionLimits, now());
  return {
    'POST /api/account/password': async (c, { userId, role, ip }) => {
      const read = await readJson(c, passwordSchema);
      if ('problem' in read) return refuse(read.problem);
      const signIn = await accounts.signInOf(c);
      if (signIn === null) return refuse({ code: 'sign_in_required', detail: 'Sign in first.' });
      const { auth, throttle } = await accounts.engine();
      const waitSeconds = await throttle.beginTry('password', signIn.email, ip);
      if (waitSeconds !== null) return tooManyTries(waitSeconds, headers);
      const { current: currentPassword, next: newPassword } = read.value;
      const body = { currentPassword, newPassword, revokeOtherSessions: true };
      const outcome = await attempt(() =>
        auth.api.changePassword({ body, headers: accounts.headersOf(c), returnHeaders: true }),
      );
      if (!outcome.ok) return refuse({ code: 'password_refused', detail: 'The password is wrong.' });
      await throttle.succeeded('password', signIn.email, ip);
      // All sessions ended and a new one goes on: what was given in the old one counts in it.
      const token = tokenSet(baseUrl, outcome.cookies);
      if (token === null) throw new Error('the account library began no session');
      if (signIn.enrolled) await sessions.markSecondFactor(token);
      await store.audit.append({
        userId,
        role,
        action: 'password_changed',
        subject: `user:${userId}`,
        detail: {},
        ip,
      });
      return nextAnswer('done', headers, outcome.cookies);
    },

    'GET /api/account/sessions': async (_c, { userId, sessionId }) => {
      const own = (await sessions.list(userId)).filter(alive);
      return privateJson(
        {
          sessions: own.map(({ id, createdAt, lastUsedAt, ip }) => ({
            id,
            createdAt,
            lastUsedAt,
            ip,
            current: id === sessionId,
          })),
        },
        headers,
      );
    },

    'DELETE /api/account/sessions/:sessionId': async (c, { userId, role, ip }) => {
      const session = await sessions.find(c.req.param('sessionId') ?? '');
      // Another's is as unknown as one that never was.
      if (session === null || session.userId !== userId) return refuse(NO_SESSION);
      await sessions.end(session.id);
      await store.audit.append({
        userId,
        role,
        action: 'session_revoked',
        subject: `user:${userId}`,
        detail: {},
        ip,
      });
      return nextAnswer('done', headers);
    },

    'GET /api/sessions': async (_c, { sessionId }) => {
      const nameOf = new Map((await users.all()).map((user) => [user.id, user.name]));
      const all = (await sessions.list(null)).filter(alive);
      return privateJson(
        {
          sessions: all.map((session) => ({
            id: session.id,
            userId: session.userId,
            userName: nameOf.get(session.userId) ?? '',
            createdAt: session.createdAt,
            lastUsedAt: session.lastUsedAt,
            ip: session.ip,
            current: session.id === sessionId,
          })),
        },
        headers,
      );
    },

    'DELETE /api/sessions/:sessionId': async (c, { userId, role, ip }) => {
      const session = await sessions.find(c.req.param('sessionId') ?? '');
      if (session === null) return refuse(NO_SESSION);
      await sessions.end(session.id);
      await store.audit.append({
        userId,
        role,
        action: 'session_revoked',
        subject: `user:${session.userId}`,
        detail: {},
        ip,
      });
      return nextAnswer('done', headers);
    },
  } satisfies Record<string, InternalHandler>;
}
