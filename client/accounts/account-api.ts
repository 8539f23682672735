import * as z from 'zod/mini';
import { ACCOUNT_ROLES, type AccountRole } from '../../domain/role.ts';
import { askServer } from '../internal-api.ts';

const nextSchema = z.object({ next: z.enum(['done', 'second_factor', 'second_factor_enrolment', 'sign_in']) });

const enrolmentSchema = z.object({ uri: z.string(), recoveryCodes: z.array(z.string()) });
/** A second factor that waits for its first code. */
export type Enrolment = Readonly<z.infer<typeof enrolmentSchema>>;

const setupSchema = z.object({ firstAdmin: z.boolean(), email: z.nullable(z.string()), name: z.nullable(z.string()) });
export type SetupFor = Readonly<z.infer<typeof setupSchema>>;

const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      userName: z.optional(z.string()),
      createdAt: z.string(),
      lastUsedAt: z.string(),
      ip: z.nullable(z.string()),
      current: z.boolean(),
    }),
  ),
});
const usersSchema = z.object({
  users: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      role: z.enum(ACCOUNT_ROLES),
      locked: z.boolean(),
      secondFactor: z.boolean(),
      ready: z.boolean(),
      unconfirmed: z.boolean(),
    }),
  ),
});
export type UserRow = Readonly<z.infer<typeof usersSchema>['users'][number]>;

const linkSchema = z.object({ link: z.string(), expiresAt: z.string() });
export type OneTimeLink = Readonly<z.infer<typeof linkSchema>>;

const post = (path: string, body: unknown = {}) => askServer('POST', path, nextSchema, body);

export const signIn = (email: string, password: string) => post('/api/sign-in', { email, password });
export const giveCode = (given: GivenCode) => post('/api/sign-in/code', given);
export const beginOidc = (next: string) =>
  askServer('POST', '/api/sign-in/oidc', z.object({ url: z.string() }), { next });
export const signOut = () => post('/api/sign-out');

export const checkSetup = (token: string) => askServer('POST', '/api/setup/check', setupSchema, { token });
export const setUp = (given: Readonly<Record<string, string>>) => post('/api/setup', given);

/** An account without a password gives none. */
const confirming = (password: string) => (password === '' ? {} : { password });
/** What stands for the second factor. */
export type GivenCode = { readonly code: string } | { readonly recoveryCode: string };
export const beginEnrolment = (password: string) =>
  askServer('POST', '/api/account/second-factor', enrolmentSchema, confirming(password));
export const confirmEnrolment = (code: string) => post('/api/account/second-factor/confirm', { code });
export const removeSecondFactor = (password: string, code: GivenCode) =>
  post('/api/account/second-factor/remove', { ...confirming(password), ...code });
export const renewRecoveryCodes = (password: string, code: GivenCode) =>
  askServer('POST', '/api/account/recovery-codes', z.object({ recoveryCodes: z.array(z.string()) }), {
    ...confirming(password),
    ...code,
  });
export const changePassword = (current: string, next: string) => post('/api/account/password', { current, next });

export const fetchOwnSessions = () => askServer('GET', '/api/account/sessions', sessionsSchema);
export const fetchSessions = () => askServer('GET', '/api/sessions', sessionsSchema);
export const endSession = (path: '/api/account/sessions' | '/api/sessions', id: string) =>
  askServer('DELETE', `${path}/${encodeURIComponent(id)}`, nextSchema);

export const fetchUsers = () => askServer('GET', '/api/users', usersSchema);
export const createUser = (user: { readonly email: string; readonly name: string; readonly role: AccountRole }) =>
  askServer('POST', '/api/users', linkSchema, user);
export const changeUser = (
  id: string,
  change: { readonly name: string } | { readonly role: AccountRole } | { readonly locked: boolean },
) => askServer('PATCH', `/api/users/${encodeURIComponent(id)}`, nextSchema, change);
export const resetUser = (id: string) =>
  askServer('POST', `/api/users/${encodeURIComponent(id)}/reset`, linkSchema, {});
