import * as z from 'zod/mini';
import { treatAsChildCase } from '../../../domain/incident.ts';
import { incidentChangeSchema } from '../../../domain/incident-change.ts';
import { incidentInputSchema } from '../../../domain/incident-input.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import type { HttpContext } from '../../http/send.ts';
import type { Actor } from '../../policy.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import { changedIncident } from '../../services/incident-change.ts';
import type { AuditAction, AuditEntry } from '../../store/contract/audit-store.ts';
import type { Write, WriteResult } from '../../store/contract/incident-store.ts';
import type { InternalHandler } from '../internal.ts';
import type { IncidentHandlersInput } from './incident-input.ts';
import { parseAfter, parseFilter, parseLimit } from './incident-query.ts';
import { recordJson, revisionJson } from './record-json.ts';
import { parseSendKey } from './send-key.ts';

const PAGE = 25;
const LARGEST_PAGE = 100;

const versionSchema = z.strictObject({ version: z.int().check(z.minimum(1)) });
const mergeSchema = z.strictObject({
  version: z.int().check(z.minimum(1)),
  into: z.string().check(z.regex(/^[1-9]\d{0,8}$/)),
});

const REFUSED: Readonly<Record<Exclude<WriteResult, { ok: true }>['reason'], Problem>> = {
  not_found: { code: 'not_found', detail: 'There is no such case, or it was deleted.' },
  changed_meanwhile: { code: 'changed_meanwhile', detail: 'Somebody else changed the case meanwhile: look again.' },
  closed: { code: 'conflict', reason: 'closed', detail: 'The case is closed, or for reopening it is open.' },
};

function invalidFields(faults: NonNullable<Problem['fields']>): Problem {
  return { code: 'invalid_fields', detail: 'Some fields cannot be taken.', fields: faults };
}

function keyUsed(incidentId: string): Problem {
  const detail = `Case ${incidentId} was recorded under this key with other content: correct it there.`;
  return { code: 'key_used', incidentId, detail };
}

/** List, one, create, correct, close, delete, merge, history, duplicates. Each read and each write leaves a line. */
export function recordHandlers({ store, intake, headers, now }: IncidentHandlersInput) {
  const { incidents, audit } = store;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  const json = (body: unknown, status = 200) => privateJson(body, headers, status);
  const entryOf = (
    actor: Actor,
    action: AuditAction,
    subject: string | null,
    detail: AuditEntry['detail'] = {},
  ): AuditEntry => ({ userId: actor.userId, role: actor.role, ip: actor.ip, action, subject, detail });
  const writeOf = (actor: Actor, action: AuditAction, detail: AuditEntry['detail'] = {}): Write => ({
    at: now().toISOString(),
    audit: entryOf(actor, action, null, detail),
  });
  const idOf = (c: HttpContext) => c.req.param('incidentId') ?? '';
  /** The line is kept before the answer goes out. */
  const withRecord =
    (part: string, answer: (record: NonNullable<Awaited<ReturnType<typeof incidents.get>>>) => Promise<Response>) =>
    async (c: HttpContext, actor: Actor): Promise<Response> => {
      const record = await incidents.get(idOf(c));
      if (record === null) return refuse(REFUSED.not_found);
      await audit.append(entryOf(actor, 'incident_read', `incident:${record.incident.id}`, { part }));
      return answer(record);
    };
  /** Display name of an account; null when it is gone, or was never one. */
  const nameOf = async (userId: string): Promise<string | null> =>
    userId === '' ? null : ((await store.accounts.users.find(userId))?.name ?? null);
  const answerOf = (result: WriteResult) =>
    result.ok ? json(recordJson(result.record)) : refuse(REFUSED[result.reason]);
  const setClosed =
    (closed: boolean): InternalHandler =>
    async (c, actor) => {
      const body = await readJson(c, versionSchema);
      if ('problem' in body) return refuse(body.problem);
      const write = writeOf(actor, closed ? 'incident_closed' : 'incident_reopened');
      return answerOf(await incidents.setClosed(idOf(c), body.value.version, closed, write));
    };

  return {
    'GET /api/incidents': async (c, actor) => {
      const given = new URL(c.req.url).searchParams;
      const filter = parseFilter(given, ['deleted', 'limit', 'after']);
      if ('problem' in filter) return refuse(filter.problem);
      const limit = parseLimit(given, PAGE, LARGEST_PAGE);
      if ('problem' in limit) return refuse(limit.problem);
      const after = parseAfter(given);
      if ('problem' in after) return refuse(after.problem);
      const deleted = given.get('deleted') === '1';
      const page = await incidents.list({ ...filter.value, limit: limit.value, after: after.value, deleted });
      const ids = page.records.map(({ incident }) => Number(incident.id));
      await audit.append(entryOf(actor, 'incident_listed', null, { ...filter.value, deleted, ids }));
      return json({ records: page.records.map(recordJson), next: page.next });
    },
    'POST /api/incidents': async (c, actor) => {
      const key = parseSendKey(c.req.header('idempotency-key'));
      if ('problem' in key) return refuse(key.problem);
      const body = await readJson(c, incidentInputSchema);
      if ('problem' in body) return refuse(body.problem);
      const taken = (await intake())(body.value);
      if ('faults' in taken) return refuse(invalidFields(taken.faults));
      const write = writeOf(actor, 'incident_created');
      const { outcome, record } =
        key.value === null
          ? ({ outcome: 'made', record: await incidents.create(taken.incident, write) } as const)
          : await incidents.createOnce(key.value, taken.incident, write);
      const { id } = record.incident;
      if (outcome === 'other_content') return refuse(keyUsed(id));
      if (outcome === 'made_before') {
        await audit.append(entryOf(actor, 'incident_read', `incident:${id}`, { part: 'record' }));
      }
      const duplicates = await incidents.duplicatesOf(record.incident);
      const answer = { record: recordJson(record), duplicates: duplicates.map(({ incident }) => incident.id) };
      return json(answer, outcome === 'made' ? 201 : 200);
    },
    'GET /api/incidents/:incidentId': withRecord('record', async (record) =>
      json({ ...recordJson(record), createdByName: await nameOf(record.createdBy) }),
    ),
    'PUT /api/incidents/:incidentId': async (c, actor) => {
      const body = await readJson(c, incidentChangeSchema);
      if ('problem' in body) return refuse(body.problem);
      const before = await incidents.get(idOf(c));
      if (before === null || before.deletedAt !== null) return refuse(REFUSED.not_found);
      // What it keeps it keeps of the version that it saw.
      if (before.version !== body.value.version) return refuse(REFUSED.changed_meanwhile);
      const changed = changedIncident(before.incident, body.value, await intake());
      if ('faults' in changed) return refuse(invalidFields(changed.faults));
      const write = writeOf(actor, 'incident_changed');
      return answerOf(await incidents.change(idOf(c), body.value.version, changed.incident, write));
    },
    'DELETE /api/incidents/:incidentId': async (c, actor) => {
      const body = await readJson(c, versionSchema);
      if ('problem' in body) return refuse(body.problem);
      return answerOf(await incidents.remove(idOf(c), body.value.version, writeOf(actor, 'incident_deleted')));
    },
    'POST /api/incidents/:incidentId/close': setClosed(true),
    'POST /api/incidents/:incidentId/reopen': setClosed(false),
    'POST /api/incidents/:incidentId/merge': async (c, actor) => {
      const body = await readJson(c, mergeSchema);
      if ('problem' in body) return refuse(body.problem);
      const { version, into } = body.value;
      return answerOf(await incidents.merge(idOf(c), version, into, writeOf(actor, 'incident_merged', { into })));
    },
    'GET /api/incidents/:incidentId/revisions': withRecord('revisions', async ({ incident }) => {
      const revisions = await incidents.revisions(incident.id);
      const childNow = treatAsChildCase(incident);
      const named = revisions.map(async (revision) => ({
        ...revisionJson(revision, childNow),
        userName: await nameOf(revision.userId),
      }));
      return json({ revisions: await Promise.all(named) });
    }),
    'GET /api/incidents/:incidentId/duplicates': withRecord('duplicates', async ({ incident }) => {
      const records = await incidents.duplicatesOf(incident);
      return json({ records: records.map(recordJson) });
    }),
  } satisfies Readonly<Record<string, InternalHandler>>;
}
