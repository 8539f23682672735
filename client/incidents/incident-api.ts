import * as z from 'zod/mini';
import { incidentSchema } from '../../domain/incident.ts';
import type { IncidentChange } from '../../domain/incident-change.ts';
import type { IncidentInput } from '../../domain/incident-input.ts';
import { askServer } from '../internal-api.ts';
import type { IncidentListFilter } from './incident-filter.ts';

const shownIncidentSchema = z.extend(z.omit(incidentSchema, { training: true, lpNumberHash: true }), {
  hasLpNumber: z.boolean(),
});

const recordSchema = z.object({
  incident: shownIncidentSchema,
  closed: z.boolean(),
  version: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.nullable(z.string()),
  mergedInto: z.nullable(z.string()),
});
/** With the name of who recorded it, where it is still known. */
const namedSchema = z.extend(recordSchema, { createdByName: z.nullable(z.string()) });

const pageSchema = z.object({ records: z.array(recordSchema), next: z.nullable(z.string()) });

const revisionSchema = z.object({
  version: z.number(),
  at: z.string(),
  action: z.string(),
  userName: z.nullable(z.string()),
  before: shownIncidentSchema,
});

export type ShownIncident = Readonly<z.infer<typeof shownIncidentSchema>>;
export type CaseRecord = Readonly<z.infer<typeof recordSchema>>;
export type NamedRecord = Readonly<z.infer<typeof namedSchema>>;
export type Revision = Readonly<z.infer<typeof revisionSchema>>;

/** Of one case, and of everything that is asked about it. */
export const caseKey = (id: string) => ['incident', id] as const;

const pathOf = (id: string, part = ''): string => `/api/incidents/${id}${part}`;

/** The filter as the query that list, overlay and summary take. */
export function filterQuery({
  role,
  source,
  platform,
  stage,
  fromMonth,
  toMonth,
}: IncidentListFilter): URLSearchParams {
  const query = new URLSearchParams();
  const given = { role, source, platform, stage, from: fromMonth, to: toMonth };
  for (const [name, value] of Object.entries(given)) if (value !== null) query.set(name, value);
  return query;
}

export function fetchIncidents(filter: IncidentListFilter, deleted: boolean, after: string | null) {
  const query = filterQuery(filter);
  if (deleted) query.set('deleted', '1');
  if (after !== null) query.set('after', after);
  return askServer('GET', `/api/incidents?${query}`, pageSchema);
}

export const fetchIncident = (id: string): Promise<NamedRecord> => askServer('GET', pathOf(id), namedSchema);

export async function fetchRevisions(id: string): Promise<readonly Revision[]> {
  const schema = z.object({ revisions: z.array(revisionSchema) });
  return (await askServer('GET', pathOf(id, '/revisions'), schema)).revisions;
}

export async function fetchDuplicates(id: string): Promise<readonly CaseRecord[]> {
  const schema = z.object({ records: z.array(recordSchema) });
  return (await askServer('GET', pathOf(id, '/duplicates'), schema)).records;
}

/** The same key again makes no second case: the answer is then the one that there is. */
export function createIncident(input: IncidentInput, sendKey: string) {
  const schema = z.object({ record: recordSchema, duplicates: z.array(z.string()) });
  return askServer('POST', '/api/incidents', schema, input, { 'idempotency-key': `"${sendKey}"` });
}

export const changeIncident = (id: string, change: IncidentChange): Promise<CaseRecord> =>
  askServer('PUT', pathOf(id), recordSchema, change);

export const setIncidentClosed = (id: string, version: number, closed: boolean): Promise<CaseRecord> =>
  askServer('POST', pathOf(id, closed ? '/close' : '/reopen'), recordSchema, { version });

export const deleteIncident = (id: string, version: number): Promise<CaseRecord> =>
  askServer('DELETE', pathOf(id), recordSchema, { version });

/** Deletes `id` and keeps `into`. */
export const mergeIncident = (id: string, version: number, into: string): Promise<CaseRecord> =>
  askServer('POST', pathOf(id, '/merge'), recordSchema, { version, into });
