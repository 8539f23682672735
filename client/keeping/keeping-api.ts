import * as z from 'zod/mini';
import { AUDIT_ACTIONS } from '../../domain/audit-action.ts';
import { type Retention, retentionSchema } from '../../domain/retention.ts';
import { ROLES } from '../../domain/role.ts';
import { askServer } from '../internal-api.ts';

const atom = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const auditSchema = z.object({
  rows: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      userId: z.nullable(z.string()),
      role: z.enum(ROLES),
      action: z.enum(AUDIT_ACTIONS),
      subject: z.nullable(z.string()),
      detail: z.record(z.string(), z.union([atom, z.array(atom)])),
      ip: z.nullable(z.string()),
    }),
  ),
  /** Display names of the users in these rows. */
  names: z.record(z.string(), z.string()),
  /** `before` of the next page. */
  next: z.nullable(z.number()),
});
export type AuditPage = Readonly<z.infer<typeof auditSchema>>;
export type AuditLine = AuditPage['rows'][number];

const chainSchema = z.union([
  z.object({ ok: z.literal(true), rows: z.number() }),
  z.object({ ok: z.literal(false), brokenAt: z.number(), reason: z.enum(['changed', 'missing', 'end']) }),
]);

const dueSchema = z.object({ incidentsAtMost: z.number(), addresses: z.number() });
const retentionAnswer = z.object({ retention: retentionSchema, decided: z.boolean(), due: dueSchema });

const backupsSchema = z.object({
  kind: z.enum(['file', 'postgres']),
  folder: z.string(),
  keep: z.number(),
  time: z.string(),
  backups: z.array(z.object({ name: z.string(), bytes: z.number(), at: z.string(), kind: z.enum(['daily', 'page']) })),
});

export interface AuditFilter {
  /** '' = all. */
  readonly action: string;
  readonly user: string;
  /** Rows before this one; null = from the newest. */
  readonly before: number | null;
}

export function fetchAudit({ action, user, before }: AuditFilter): Promise<AuditPage> {
  const query = new URLSearchParams({ limit: '30' });
  if (action !== '') query.set('action', action);
  if (user !== '') query.set('user', user);
  if (before !== null) query.set('before', String(before));
  return askServer('GET', `/api/audit?${query}`, auditSchema);
}

export const fetchChain = () => askServer('GET', '/api/audit/chain', chainSchema);
export const fetchRetention = () => askServer('GET', '/api/retention', retentionAnswer);
export const saveRetention = (retention: Retention) => askServer('PUT', '/api/retention', retentionAnswer, retention);
export const previewRetention = (retention: Retention) =>
  askServer('POST', '/api/retention/preview', dueSchema, retention);
export const fetchBackups = () => askServer('GET', '/api/backups', backupsSchema);
export const makeBackup = () =>
  askServer('POST', '/api/backups', z.object({ name: z.string(), bytes: z.number() }), {});
