import * as z from 'zod/mini';
import { privateJson } from '../../http/private-answer.ts';
import { readAnchors } from '../../keeping/audit-anchors.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import { AUDIT_ACTIONS, type AuditQuery } from '../../store/contract/audit-store.ts';
import type { InternalHandler } from '../internal.ts';
import { auditShown } from './audit-shown.ts';
import type { KeepingInput } from './keeping-input.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

function whole(maximum: number) {
  return z.pipe(
    z.pipe(
      z.string().check(z.regex(/^\d{1,9}$/)),
      z.transform((text: string) => Number(text)),
    ),
    z.number().check(z.minimum(1), z.maximum(maximum)),
  );
}

const querySchema = z.strictObject({
  before: z.optional(whole(999_999_999)),
  limit: z.optional(whole(MAX_LIMIT)),
  action: z.optional(z.enum(AUDIT_ACTIONS)),
  user: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
});

function parseQuery(url: string): { readonly query: AuditQuery } | { readonly problem: Problem } {
  const given = [...new URL(url).searchParams];
  const twice = given.find(([name], i) => given.findIndex(([other]) => other === name) !== i);
  if (twice !== undefined) {
    const parameter = twice[0].slice(0, 60);
    return { problem: { code: 'repeated_parameter', parameter, detail: `${parameter}: give it once.` } };
  }
  const parsed = querySchema.safeParse(Object.fromEntries(given));
  if (parsed.success) {
    const { before = null, limit = DEFAULT_LIMIT, action = null, user: userId = null } = parsed.data;
    return { query: { before, limit, action, userId } };
  }
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const parameter = (issue.keys[0] ?? '').slice(0, 60);
    return { problem: { code: 'unknown_parameter', parameter, detail: `${parameter} is not known here.` } };
  }
  const parameter = String(issue?.path[0] ?? '');
  return { problem: { code: 'invalid_parameter', parameter, detail: `${parameter} cannot be read.` } };
}

/** Reading the log is itself a line of it, kept before anything is answered. */
export function auditHandlers({ store, headers, keeping }: KeepingInput) {
  return {
    'GET /api/audit': async (c, { userId, role, ip }) => {
      const parsed = parseQuery(c.req.url);
      if ('problem' in parsed) return problemResponse(parsed.problem, headers);
      const { before, action, userId: of } = parsed.query;
      await store.audit.append({
        ...{ userId, role, ip },
        action: 'audit_read',
        subject: of === null ? null : `user:${of}`,
        detail: { before, action },
      });
      const rows = await store.audit.rows(parsed.query);
      const users = await store.accounts.users.all();
      const named = new Set(rows.flatMap((row) => [row.userId, row.subject?.replace(/^user:/, '') ?? null]));
      const names = Object.fromEntries(users.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]));
      const last = rows.length < parsed.query.limit ? undefined : rows.at(-1);
      return privateJson({ rows: rows.map(auditShown), names, next: last?.seq ?? null }, headers);
    },

    'GET /api/audit/chain': async () => {
      const anchors = readAnchors(keeping.dataDir);
      return privateJson({ ...(await store.audit.verify(anchors)), anchors: anchors.length }, headers);
    },
  } satisfies Readonly<Record<string, InternalHandler>>;
}
