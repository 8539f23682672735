import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { ACCOUNT_ROLES } from '../../../domain/role.ts';
import { oneTimeLink } from '../../accounts/one-time-link.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import type { Actor } from '../../policy.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { AccountWrite } from '../../store/contract/account-store.ts';
import type { AuditAction, AuditEntry } from '../../store/contract/audit-store.ts';
import type { InternalHandler } from '../internal.ts';
import { type AccountInput, nextAnswer } from './account-input.ts';
import { displayName, emailAddress } from './user-schema.ts';

const newUserSchema = z.strictObject({ email: emailAddress, name: displayName, role: z.enum(ACCOUNT_ROLES) });

/** One thing at a time, so that each has its own line in the audit log. */
const changeSchema = z.union([
  z.strictObject({ name: displayName }),
  z.strictObject({ role: z.enum(ACCOUNT_ROLES) }),
  z.strictObject({ locked: z.boolean() }),
]);

const NO_USER: Problem = { code: 'not_found', detail: 'There is no such account.' };

export function userHandlers({ store, headers, now, baseUrl }: AccountInput) {
  const { users } = store.accounts;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  const write = (
    { userId, role, ip }: Actor,
    action: AuditAction,
    subjectId: string,
    detail: AuditEntry['detail'] = {},
  ): AccountWrite => ({
    at: now().toISOString(),
    audit: { userId, role, action, subject: `user:${subjectId}`, detail, ip },
  });
  return {
    'GET /api/users': async () => privateJson({ users: await users.all() }, headers),

    'POST /api/users': async (c, actor) => {
      const read = await readJson(c, newUserSchema);
      if ('problem' in read) return refuse(read.problem);
      const id = randomUUID();
      const { link, invitation } = oneTimeLink(baseUrl, id, now());
      const { role } = read.value;
      const result = await users.create({ id, ...read.value }, invitation, write(actor, 'user_created', id, { role }));
      if (result === 'email_taken')
        return refuse({ code: 'email_taken', detail: 'There is an account with this e-mail.' });
      return privateJson({ id, link, expiresAt: invitation.expiresAt }, headers, 201);
    },

    'PATCH /api/users/:userId': async (c, actor) => {
      const read = await readJson(c, changeSchema);
      if ('problem' in read) return refuse(read.problem);
      const id = c.req.param('userId') ?? '';
      const change = read.value;
      const entry =
        'locked' in change
          ? write(actor, change.locked ? 'user_locked' : 'user_unlocked', id)
          : write(actor, 'user_changed', id, 'role' in change ? { role: change.role } : { name: true });
      const result = await users.change(id, change, entry);
      if (result === 'not_found') return refuse(NO_USER);
      if (result === 'last_admin') {
        return refuse({ code: 'last_admin', detail: 'Without this account nobody could manage accounts.' });
      }
      return nextAnswer('done', headers);
    },

    'POST /api/users/:userId/reset': async (c, actor) => {
      const id = c.req.param('userId') ?? '';
      if (id === actor.userId) {
        return refuse({ code: 'conflict', detail: 'Change your own password and second factor at /account.' });
      }
      const { link, invitation } = oneTimeLink(baseUrl, id, now());
      const result = await users.reset(id, invitation, write(actor, 'user_reset', id));
      if (result === 'not_found') return refuse(NO_USER);
      return privateJson({ id, link, expiresAt: invitation.expiresAt }, headers);
    },
  } satisfies Record<string, InternalHandler>;
}
