import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { SECOND_FACTOR_ROLES } from '../../../domain/role.ts';
import { attempt } from '../../accounts/attempt.ts';
import { tokenSet } from '../../accounts/cookies.ts';
import { hashOfToken } from '../../accounts/one-time-link.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from '../../accounts/password-rule.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, nextAnswer } from './account-input.ts';
import { beginSession } from './begin-session.ts';
import { displayName, emailAddress } from './user-schema.ts';

const token = z.string().check(z.regex(/^[\w-]{43}$/));
const checkSchema = z.strictObject({ token });
const setupSchema = z.strictObject({
  token,
  password: z.string().check(z.minLength(MIN_PASSWORD), z.maxLength(MAX_PASSWORD)),
  /** Of the first admin, whom nobody could name before. */
  email: z.optional(emailAddress),
  name: z.optional(displayName),
});

const GONE: Problem = { code: 'gone', detail: 'This link was used, is too old, or was replaced by a newer one.' };

export function setupHandlers(input: AccountInput) {
  const { accounts, store, headers, now, baseUrl } = input;
  const { invitations, users } = store.accounts;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  const findInvitation = (value: string) => invitations.find(hashOfToken(value), now().toISOString());
  return {
    'POST /api/setup/check': async (c) => {
      const read = await readJson(c, checkSchema);
      if ('problem' in read) return refuse(read.problem);
      const invitation = await findInvitation(read.value.token);
      if (invitation === null) return refuse(GONE);
      const user = invitation.userId === null ? null : await users.find(invitation.userId);
      const { email, name } = user ?? { email: null, name: null };
      return privateJson({ firstAdmin: invitation.userId === null, email, name }, headers);
    },

    'POST /api/setup': async (c, actor) => {
      const read = await readJson(c, setupSchema);
      if ('problem' in read) return refuse(read.problem);
      const { password, email, name } = read.value;
      const invitation = await findInvitation(read.value.token);
      if (invitation === null) return refuse(GONE);
      const isFirst = invitation.userId === null;
      if (isFirst && (email === undefined || name === undefined)) {
        const fields = [
          ...(email === undefined ? [{ field: 'email', code: 'required' }] : []),
          ...(name === undefined ? [{ field: 'name', code: 'required' }] : []),
        ];
        return refuse({ code: 'invalid_fields', detail: 'The first admin needs e-mail and name.', fields });
      }
      const { auth, hashPassword } = await accounts.engine();
      const hash = await hashPassword(password);
      const firstAdmin =
        isFirst && email !== undefined && name !== undefined ? { id: randomUUID(), email, name } : null;
      const at = now().toISOString();
      const user = await invitations.use(invitation.tokenHash, hash, firstAdmin, { at, ip: actor.ip });
      if (user === null) return refuse(GONE);
      const body = { email: user.email, password };
      const outcome = await attempt(() =>
        auth.api.signInEmail({ body, headers: accounts.headersOf(c), returnHeaders: true }),
      );
      // A locked account may set its password and is not let in.
      if (!outcome.ok || user.secondFactor) return nextAnswer('sign_in', headers);
      const sessionToken = tokenSet(baseUrl, outcome.cookies);
      const before = await accounts.signInOf(c);
      if (before !== null) await store.accounts.sessions.end(before.sessionId);
      await beginSession(input, actor, { user, token: sessionToken, by: 'link' });
      const next = SECOND_FACTOR_ROLES.includes(user.role) ? 'second_factor_enrolment' : 'done';
      return nextAnswer(next, headers, outcome.cookies);
    },
  } satisfies Record<string, InternalHandler>;
}
