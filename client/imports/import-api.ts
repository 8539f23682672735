import * as z from 'zod/mini';
import { CHILD_INVOLVED, INCIDENT_SOURCES, PLACE_PRECISIONS, PLACE_ROLES, STAGES } from '../../domain/incident.ts';
import { askServer } from '../internal-api.ts';

const STATES = [
  'reading',
  'mapping',
  'checking',
  'checked',
  'writing',
  'visible',
  'refused',
  'failed',
  'cancelled',
] as const;

const countsSchema = z.object({
  rows: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  duplicates: z.number(),
  same: z.number(),
  pointsDropped: z.number(),
  written: z.number(),
});

const importSchema = z.object({
  id: z.string(),
  state: z.enum(STATES),
  format: z.nullable(z.enum(['csv', 'xlsx', 'geojson'])),
  sizeBytes: z.number(),
  createdAt: z.string(),
  columns: z.array(z.object({ name: z.nullable(z.string()), field: z.nullable(z.string()) })),
  counts: z.nullable(countsSchema),
  reason: z.nullable(
    z.object({ code: z.string(), fields: z.array(z.object({ field: z.string(), code: z.string() })) }),
  ),
  rowsDone: z.nullable(z.number()),
});
export type Import = Readonly<z.infer<typeof importSchema>>;

const listSchema = z.object({
  limits: z.object({ bytes: z.number(), rows: z.number(), columns: z.number() }),
  imports: z.array(importSchema),
});
export type ImportList = Readonly<z.infer<typeof listSchema>>;

const acceptedSchema = z.object({
  row: z.number(),
  month: z.string(),
  source: z.enum(INCIDENT_SOURCES),
  stage: z.enum(STAGES),
  childInvolved: z.enum(CHILD_INVOLVED),
  pointDropped: z.boolean(),
  places: z.array(
    z.object({
      role: z.enum(PLACE_ROLES),
      precision: z.enum(PLACE_PRECISIONS),
      areaCode: z.nullable(z.string()),
    }),
  ),
});
export type AcceptedRow = Readonly<z.infer<typeof acceptedSchema>>;

const rejectedSchema = z.object({
  row: z.number(),
  faults: z.array(z.object({ field: z.string(), code: z.string() })),
});
export type RejectedRow = Readonly<z.infer<typeof rejectedSchema>>;

const duplicateSchema = z.object({
  row: z.number(),
  month: z.string(),
  areaCode: z.nullable(z.string()),
  of: z.enum(['file', 'store']),
  other: z.string(),
});
export type DuplicateRow = Readonly<z.infer<typeof duplicateSchema>>;

export const ROWS_PER_PAGE = 100;

const pageOf = <T>(row: z.ZodMiniType<T>) => z.object({ rows: z.array(row) });
const reportPath = (id: string, kind: string, page: number) => `/api/imports/${id}/report?kind=${kind}&page=${page}`;

export const fetchImports = (): Promise<ImportList> => askServer('GET', '/api/imports', listSchema);
export const fetchImport = (id: string): Promise<Import> => askServer('GET', `/api/imports/${id}`, importSchema);
export const sendFile = (file: Blob): Promise<Import> => askServer('POST', '/api/imports', importSchema, file);
export const checkImport = (id: string, fields: readonly (string | null)[]): Promise<Import> =>
  askServer('PUT', `/api/imports/${id}/columns`, importSchema, { fields });
export const confirmImport = (id: string, duplicates: 'import' | 'leave_out'): Promise<Import> =>
  askServer('POST', `/api/imports/${id}/confirm`, importSchema, { duplicates });
export const cancelImport = (id: string): Promise<Import> =>
  askServer('POST', `/api/imports/${id}/cancel`, importSchema, {});
export const fetchAccepted = async (id: string, page: number): Promise<readonly AcceptedRow[]> =>
  (await askServer('GET', reportPath(id, 'accepted', page), pageOf(acceptedSchema))).rows;
export const fetchRejected = async (id: string, page: number): Promise<readonly RejectedRow[]> =>
  (await askServer('GET', reportPath(id, 'rejected', page), pageOf(rejectedSchema))).rows;
export const fetchDuplicates = async (id: string, page: number): Promise<readonly DuplicateRow[]> =>
  (await askServer('GET', reportPath(id, 'duplicates', page), pageOf(duplicateSchema))).rows;
