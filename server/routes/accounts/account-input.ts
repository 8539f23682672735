import * as z from 'zod/mini';
import type { Accounts } from '../../accounts/accounts.ts';
import type { HeaderRecord } from '../../http/header-sets.ts';
import { privateJson } from '../../http/private-answer.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { InternalInput } from '../internal.ts';

/** Accounts want the account library besides. */
export interface AccountInput extends InternalInput {
  readonly accounts: Accounts;
}

/** What a sign-in still wants. */
export type Next = 'done' | 'second_factor' | 'second_factor_enrolment' | 'sign_in';

export const sixDigits = z.string().check(z.regex(/^\d{6}$/));
export const recoveryCode = z.string().check(z.minLength(1), z.maxLength(40));

export const CODE_REFUSED: Problem = { code: 'code_refused', detail: 'The code is wrong or was used already.' };

export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}

export function nextAnswer(next: Next, headers: HeaderRecord, cookies: readonly string[] = []): Response {
  return withCookies(privateJson({ next }, headers), cookies);
}

export function tooManyTries(waitSeconds: number, headers: HeaderRecord): Response {
  return problemResponse(
    { code: 'too_many_requests', detail: `Too many tries: wait ${waitSeconds} s.` },
    { ...headers, 'Retry-After': String(waitSeconds) },
  );
}
