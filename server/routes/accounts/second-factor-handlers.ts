import * as z from 'zod/mini';
import { attempt } from '../../accounts/attempt.ts';
import { tokenSet } from '../../accounts/cookies.ts';
import { MAX_PASSWORD } from '../../accounts/password-rule.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import type { Actor } from '../../policy.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { AuditAction } from '../../store/contract/audit-store.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, nextAnswer, tooManyTries } from './account-input.ts';

/** An account that knows only its provider has no password to give. */
const passwordSchema = z.strictObject({ password: z.optional(z.string().check(z.maxLength(MAX_PASSWORD))) });
const codeSchema = z.strictObject({ code: z.string().check(z.regex(/^\d{6}$/)) });

const PASSWORD_REFUSED: Problem = { code: 'password_refused', detail: 'The password is wrong.' };

export function secondFactorHandlers(input: AccountInput) {
  const { accounts, store, headers, baseUrl } = input;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  const note = ({ ip }: Actor, user: { userId: string; role: Actor['role'] }, action: AuditAction) =>
    store.audit.append({ ...user, action, subject: `user:${user.userId}`, detail: {}, ip });
  /** The sign-in of the request and the password it confirms with, or the answer that refuses. */
  const confirmed = async (c: Parameters<InternalHandler>[0], ip: string | null) => {
    const read = await readJson(c, passwordSchema);
    if ('problem' in read) return refuse(read.problem);
    const signIn = await accounts.signInOf(c);
    if (signIn === null) return refuse({ code: 'sign_in_required', detail: 'Sign in first.' });
    const { auth, throttle } = await accounts.engine();
    const waitSeconds = await throttle.beginTry('password', signIn.email, ip);
    if (waitSeconds !== null) return tooManyTries(waitSeconds, headers);
    const { password } = read.value;
    const body = password === undefined ? {} : { password };
    return { auth, throttle, signIn, body, request: { headers: accounts.headersOf(c), returnHeaders: true } as const };
  };
  return {
    'POST /api/account/second-factor': async (c, { ip }) => {
      const given = await confirmed(c, ip);
      if (given instanceof Response) return given;
      const { auth, throttle, signIn, body, request } = given;
      if (signIn.enrolled) return refuse({ code: 'conflict', detail: 'There is a second factor already.' });
      const outcome = await attempt(() => auth.api.enableTwoFactor({ ...request, body: { ...body, method: 'totp' } }));
      if (!outcome.ok) return refuse(PASSWORD_REFUSED);
      await throttle.succeeded('password', signIn.email);
      if (!('totpURI' in outcome.answer)) throw new Error('the account library made no second factor');
      const { totpURI: uri, backupCodes: recoveryCodes } = outcome.answer;
      return privateJson({ uri, recoveryCodes }, headers);
    },

    'POST /api/account/second-factor/confirm': async (c, actor) => {
      const read = await readJson(c, codeSchema);
      if ('problem' in read) return refuse(read.problem);
      const signIn = await accounts.signInOf(c);
      if (signIn === null) return refuse({ code: 'sign_in_required', detail: 'Sign in first.' });
      if (signIn.enrolled) return refuse({ code: 'conflict', detail: 'There is a second factor already.' });
      const { userId, role } = signIn;
      const { auth, throttle } = await accounts.engine();
      const waitSeconds = await throttle.beginTry('code', userId, actor.ip);
      if (waitSeconds !== null) return tooManyTries(waitSeconds, headers);
      const codeRefused: Problem = { code: 'code_refused', detail: 'The code is wrong.' };
      if (!(await throttle.isFreshCode(userId, read.value.code))) return refuse(codeRefused);
      const request = { headers: accounts.headersOf(c), returnHeaders: true } as const;
      const outcome = await attempt(() => auth.api.verifyTOTP({ ...request, body: { code: read.value.code } }));
      if (!outcome.ok) return refuse(codeRefused);
      await throttle.succeeded('code', userId);
      // The library goes on in a new session.
      const token = tokenSet(baseUrl, outcome.cookies);
      if (token === null) throw new Error('the account library began no session');
      await store.accounts.sessions.markSecondFactor(token);
      await note(actor, { userId, role }, 'second_factor_enrolled');
      return nextAnswer('done', headers, outcome.cookies);
    },

    'POST /api/account/second-factor/remove': async (c, actor) => {
      const given = await confirmed(c, actor.ip);
      if (given instanceof Response) return given;
      const { auth, throttle, signIn, body, request } = given;
      const outcome = await attempt(() => auth.api.disableTwoFactor({ ...request, body }));
      if (!outcome.ok) return refuse(PASSWORD_REFUSED);
      await throttle.succeeded('password', signIn.email);
      await note(actor, signIn, 'second_factor_removed');
      return nextAnswer('done', headers, outcome.cookies);
    },

    'POST /api/account/recovery-codes': async (c, actor) => {
      const given = await confirmed(c, actor.ip);
      if (given instanceof Response) return given;
      const { auth, throttle, signIn, body, request } = given;
      if (!signIn.enrolled) return refuse({ code: 'conflict', detail: 'There is no second factor.' });
      const outcome = await attempt(() => auth.api.generateBackupCodes({ ...request, body }));
      if (!outcome.ok) return refuse(PASSWORD_REFUSED);
      await throttle.succeeded('password', signIn.email);
      await note(actor, signIn, 'recovery_codes_renewed');
      return privateJson({ recoveryCodes: outcome.answer.backupCodes }, headers);
    },
  } satisfies Record<string, InternalHandler>;
}
