import * as z from 'zod/mini';
import { attempt } from '../../accounts/attempt.ts';
import { challengeOf, tokenSet } from '../../accounts/cookies.ts';
import { MAX_PASSWORD } from '../../accounts/password-rule.ts';
import { pendingFactorOf } from '../../accounts/session-rule.ts';
import { tryCode } from '../../accounts/try-code.ts';
import { readJson } from '../../http/read-json.ts';
import type { Actor } from '../../policy.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, CODE_REFUSED, nextAnswer, recoveryCode, sixDigits, tooManyTries } from './account-input.ts';
import { beginSession } from './begin-session.ts';

const signInSchema = z.strictObject({
  email: z.string().check(z.minLength(1), z.maxLength(254)),
  password: z.string().check(z.minLength(1), z.maxLength(MAX_PASSWORD)),
});

const codeSchema = z.union([z.strictObject({ code: sixDigits }), z.strictObject({ recoveryCode })]);

/** When too many want to sign in at once. */
const BUSY_SECONDS = 5;

/** The library's words for a sign-in that must begin anew. */
const BEGIN_ANEW = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'];

export function signInHandlers(input: AccountInput) {
  const { accounts, store, headers, baseUrl } = input;
  const { users, sessions } = store.accounts;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  const noteRefusal = (userId: string | null, by: string, { ip }: Actor) =>
    store.audit.append({
      userId: null,
      role: 'public',
      action: 'sign_in_refused',
      subject: userId === null ? null : `user:${userId}`,
      detail: { by },
      ip,
    });
  return {
    'POST /api/sign-in': async (c, actor) => {
      const read = await readJson(c, signInSchema);
      if ('problem' in read) return refuse(read.problem);
      const email = read.value.email.trim().toLowerCase();
      const { password } = read.value;
      const { auth, throttle, hashTurns } = await accounts.engine();
      const waitSeconds = await throttle.beginTry('password', email, actor.ip);
      if (waitSeconds !== null) return tooManyTries(waitSeconds, headers);
      // An e-mail that is nobody's costs a hash as well: the library sees to that.
      const request = { headers: accounts.headersOf(c), returnHeaders: true } as const;
      const outcome = await hashTurns.take(() =>
        attempt(() => auth.api.signInEmail({ ...request, body: { email, password } })),
      );
      if (outcome === null) return tooManyTries(BUSY_SECONDS, headers);
      const user = await users.findByEmail(email);
      if (!outcome.ok || user === null) {
        await noteRefusal(user?.id ?? null, 'password', actor);
        return refuse({ code: 'sign_in_refused', detail: 'E-mail or password is wrong, or the account is locked.' });
      }
      await throttle.succeeded('password', email, actor.ip);
      const { cookies } = outcome;
      // The browser lets go of the session that it had: so does the server.
      const before = await accounts.signInOf(c);
      if (before !== null) await sessions.end(before.sessionId);
      if (user.secondFactor) return nextAnswer('second_factor', headers, cookies);
      await beginSession(input, actor, { user, token: tokenSet(baseUrl, cookies), by: 'password' });
      const pending = pendingFactorOf({ role: user.role, enrolled: false, given: false });
      return nextAnswer(pending ?? 'done', headers, cookies);
    },

    'POST /api/sign-in/code': async (c, actor) => {
      const read = await readJson(c, codeSchema);
      if ('problem' in read) return refuse(read.problem);
      const challenge = challengeOf(baseUrl, c.req.header('cookie') ?? '');
      const signIn = await accounts.signInOf(c);
      const fromSession = signIn?.pending === 'second_factor' ? signIn.userId : null;
      const userId = fromSession ?? (challenge === null ? null : await sessions.challengedUser(challenge));
      const user = userId === null ? null : await users.find(userId);
      const anew: Problem = { code: 'sign_in_required', detail: 'Begin the sign-in anew.' };
      // Asked with a session of somebody, the library would look at that one and not at the sign-in under way.
      if (user === null || user.locked || (signIn !== null && fromSession === null)) return refuse(anew);
      const given = read.value;
      const by = 'code' in given ? 'code' : 'recovery_code';
      const asked = { userId: user.id, headers: accounts.headersOf(c), address: actor.ip };
      const outcome = await tryCode(await accounts.engine(), given, asked);
      if ('waitSeconds' in outcome) return tooManyTries(outcome.waitSeconds, headers);
      if (!outcome.ok) {
        if (BEGIN_ANEW.includes(outcome.code)) return refuse(anew);
        await noteRefusal(user.id, by, actor);
        return refuse(CODE_REFUSED);
      }
      await beginSession(input, actor, { user, token: outcome.answer.token ?? null, by });
      return nextAnswer('done', headers, outcome.cookies);
    },
  } satisfies Record<string, InternalHandler>;
}
