import * as z from 'zod/mini';
import { attempt } from '../../accounts/attempt.ts';
import { tokenSet } from '../../accounts/cookies.ts';
import { MAX_PASSWORD } from '../../accounts/password-rule.ts';
import { tryCode } from '../../accounts/try-code.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import type { Actor } from '../../policy.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { AuditAction } from '../../store/contract/audit-store.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, CODE_REFUSED, nextAnswer, recoveryCode, sixDigits, tooManyTries } from './account-input.ts';

type HttpContext = Parameters<InternalHandler>[0];

/** An account that knows only its provider has no password to give. */
const password = z.optional(z.string().check(z.maxLength(MAX_PASSWORD)));
const passwordSchema = z.strictObject({ password });
/** Who holds a session and the password has not the phone: what is changed about it wants a code besides. */
const bothSchema = z.union([z.strictObject({ password, code: sixDigits }), z.strictObject({ password, recoveryCode })]);
const codeSchema = z.strictObject({ code: sixDigits });

const SIGN_IN: Problem = { code: 'sign_in_required', detail: 'Sign in first.' };
const PASSWORD_REFUSED: Problem = { code: 'password_refused', detail: 'The password is wrong.' };
const THERE_IS_ONE: Problem = { code: 'conflict', detail: 'There is a second factor already.' };
const THERE_IS_NONE: Problem = { code: 'conflict', detail: 'There is no second factor.' };

export function secondFactorHandlers(input: AccountInput) {
  const { accounts, store, headers, baseUrl } = input;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  const note = ({ ip }: Actor, user: { userId: string; role: Actor['role'] }, action: AuditAction) =>
    store.audit.append({ ...user, action, subject: `user:${user.userId}`, detail: {}, ip });
  const requestOf = (c: HttpContext) => ({ headers: accounts.headersOf(c), returnHeaders: true }) as const;
  /** The sign-in of a request that gave password and code, or the answer that refuses. */
  const confirmed = async (c: HttpContext, { ip }: Actor) => {
    const read = await readJson(c, bothSchema);
    if ('problem' in read) return refuse(read.problem);
    const signIn = await accounts.signInOf(c);
    if (signIn === null) return refuse(SIGN_IN);
    if (!signIn.enrolled) return refuse(THERE_IS_NONE);
    const engine = await accounts.engine();
    const { auth, throttle } = engine;
    const waitSeconds = await throttle.beginTry('password', signIn.email, ip);
    if (waitSeconds !== null) return tooManyTries(waitSeconds, headers);
    const { password: given, ...code } = read.value;
    const body = given === undefined ? {} : { password: given };
    // Before the code: a wrong password must not spend it.
    if (given !== undefined) {
      const right = await attempt(() => auth.api.verifyPassword({ ...requestOf(c), body: { password: given } }));
      if (!right.ok) return refuse(PASSWORD_REFUSED);
      await throttle.succeeded('password', signIn.email, ip);
    }
    const asked = { userId: signIn.userId, headers: accounts.headersOf(c), address: ip };
    const result = await tryCode(engine, code, asked);
    if ('waitSeconds' in result) return tooManyTries(result.waitSeconds, headers);
    return result.ok ? { auth, signIn, body } : refuse(CODE_REFUSED);
  };
  return {
    'POST /api/account/second-factor': async (c, { ip }) => {
      const read = await readJson(c, passwordSchema);
      if ('problem' in read) return refuse(read.problem);
      const signIn = await accounts.signInOf(c);
      if (signIn === null) return refuse(SIGN_IN);
      if (signIn.enrolled) return refuse(THERE_IS_ONE);
      const { auth, throttle } = await accounts.engine();
      const waitSeconds = await throttle.beginTry('password', signIn.email, ip);
      if (waitSeconds !== null) return tooManyTries(waitSeconds, headers);
      const body = read.value.password === undefined ? {} : { password: read.value.password };
      const outcome = await attempt(() =>
        auth.api.enableTwoFactor({ ...requestOf(c), body: { ...body, method: 'totp' } }),
      );
      if (!outcome.ok) return refuse(PASSWORD_REFUSED);
      await throttle.succeeded('password', signIn.email, ip);
      if (!('totpURI' in outcome.answer)) throw new Error('the account library made no second factor');
      const { totpURI: uri, backupCodes: recoveryCodes } = outcome.answer;
      return privateJson({ uri, recoveryCodes }, headers);
    },

    'POST /api/account/second-factor/confirm': async (c, actor) => {
      const read = await readJson(c, codeSchema);
      if ('problem' in read) return refuse(read.problem);
      const signIn = await accounts.signInOf(c);
      if (signIn === null) return refuse(SIGN_IN);
      if (signIn.enrolled) return refuse(THERE_IS_ONE);
      const { userId, role } = signIn;
      const asked = { userId, headers: accounts.headersOf(c), address: actor.ip };
      const result = await tryCode(await accounts.engine(), read.value, asked);
      if ('waitSeconds' in result) return tooManyTries(result.waitSeconds, headers);
      if (!result.ok) return refuse(CODE_REFUSED);
      // The library goes on in a new session.
      const token = tokenSet(baseUrl, result.cookies);
      if (token === null) throw new Error('the account library began no session');
      await store.accounts.sessions.markSecondFactor(token);
      await note(actor, { userId, role }, 'second_factor_enrolled');
      return nextAnswer('done', headers, result.cookies);
    },

    'POST /api/account/second-factor/remove': async (c, actor) => {
      const given = await confirmed(c, actor);
      if (given instanceof Response) return given;
      const { auth, signIn, body } = given;
      const outcome = await attempt(() => auth.api.disableTwoFactor({ ...requestOf(c), body }));
      if (!outcome.ok) return refuse(PASSWORD_REFUSED);
      await note(actor, signIn, 'second_factor_removed');
      return nextAnswer('done', headers, outcome.cookies);
    },

    'POST /api/account/recovery-codes': async (c, actor) => {
      const given = await confirmed(c, actor);
      if (given instanceof Response) return given;
      const { auth, signIn, body } = given;
      const outcome = await attempt(() => auth.api.generateBackupCodes({ ...requestOf(c), body }));
      if (!outcome.ok) return refuse(PASSWORD_REFUSED);
      await note(actor, signIn, 'recovery_codes_renewed');
      return privateJson({ recoveryCodes: outcome.answer.backupCodes }, headers);
    },
  } satisfies Record<string, InternalHandler>;
}
