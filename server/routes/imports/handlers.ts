import * as z from 'zod/mini';
import type { HeaderRecord } from '../../http/header-sets.ts';
import { privateJson } from '../../http/private-answer.ts';
import { readJson } from '../../http/read-json.ts';
import type { HttpContext } from '../../http/send.ts';
import type { ImportDesk, ImportView, ReportKind } from '../../importing/import-desk.ts';
import { IMPORT_LIMITS } from '../../importing/import-limits.ts';
import type { Actor, SignedIn } from '../../policy.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { ImportRecord } from '../../store/contract/import-store.ts';
import type { InternalHandler, InternalInput } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import { deskProblem, refusedFile } from './import-problem.ts';
import { rejectsCsv } from './rejects-csv.ts';
import type { IMPORT_ROUTES } from './rows.ts';

/** With the writer of sheets, which few ask for. */
const loadTemplate = () => import('../../importing/template.ts');
const LISTED = 50;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const KINDS: readonly ReportKind[] = ['accepted', 'rejected', 'duplicates'];

const columnsSchema = z.strictObject({
  fields: z.array(z.nullable(z.string().check(z.maxLength(40)))).check(z.maxLength(IMPORT_LIMITS.columns + 1)),
});
const confirmSchema = z.strictObject({ duplicates: z.enum(['import', 'leave_out']) });

export interface ImportHandlersInput extends InternalInput {
  /** Null where the store keeps nothing, as in memory. */
  readonly imports: ImportDesk | null;
}

function recordJson({ id, state, format, sizeBytes, createdAt, changedAt, columns, counts, reason }: ImportRecord) {
  return { id, state, format, sizeBytes, createdAt, changedAt, columns, counts, reason };
}

function viewJson({ record, rowsDone }: ImportView) {
  return { ...recordJson(record), rowsDone };
}

/** The policy lets nobody in here who did not sign in. */
function isSignedIn(actor: Actor): actor is SignedIn {
  return actor.userId !== null;
}

function attachment(body: BodyInit, type: string, name: string, headers: HeaderRecord): Response {
  const own = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  };
  return new Response(body, { headers: { ...headers, ...own } });
}

export function importHandlers({
  imports,
  headers,
}: ImportHandlersInput): Readonly<Record<RouteKey<(typeof IMPORT_ROUTES)[number]>, InternalHandler>> {
  const problem = (given: Problem): Response => problemResponse(given, headers);
  const withDesk =
    (answer: (desk: ImportDesk, c: HttpContext, actor: SignedIn) => Promise<Response>): InternalHandler =>
    async (c, actor) => {
      if (imports === null) return problem({ code: 'conflict', detail: 'This store takes no imports.' });
      if (!isSignedIn(actor)) return problem({ code: 'sign_in_required', detail: 'Sign in first.' });
      return answer(imports, c, actor);
    };
  const idOf = (c: HttpContext): string => c.req.param('importId') ?? '';
  const notFound = (): Response => problem(deskProblem('not_found'));

  return {
    'GET /api/imports': withDesk(async (desk) => {
      const { bytes, rows, columns } = IMPORT_LIMITS;
      return privateJson(
        { limits: { bytes, rows, columns }, imports: (await desk.list(LISTED)).map(viewJson) },
        headers,
      );
    }),
    'POST /api/imports': withDesk(async (desk, c, actor) => {
      if (Number(c.req.header('content-length') ?? 0) > IMPORT_LIMITS.bytes) {
        return problem(refusedFile({ code: 'too_large', fields: [] }));
      }
      const result = await desk.receive(c.req.raw.body, actor);
      if (typeof result === 'string') return problem(deskProblem(result));
      if (result.reason !== null) return problem(refusedFile(result.reason));
      return privateJson(viewJson({ record: result, rowsDone: null }), headers, 201);
    }),
    'GET /api/imports/template.csv': async () =>
      attachment((await loadTemplate()).templateCsv(), 'text/csv; charset=utf-8', 'petarawan-template.csv', headers),
    'GET /api/imports/template.xlsx': async () =>
      attachment(
        Uint8Array.from(await (await loadTemplate()).templateXlsx()),
        XLSX,
        'petarawan-template.xlsx',
        headers,
      ),
    'GET /api/imports/:importId': withDesk(async (desk, c) => {
      const view = await desk.get(idOf(c));
      return view === null ? notFound() : privateJson(viewJson(view), headers);
    }),
    'PUT /api/imports/:importId/columns': withDesk(async (desk, c) => {
      const body = await readJson(c, columnsSchema);
      if ('problem' in body) return problem(body.problem);
      const result = await desk.check(idOf(c), body.value.fields);
      return typeof result === 'string' ? problem(deskProblem(result)) : privateJson(viewJson(result), headers, 202);
    }),
    'GET /api/imports/:importId/report': withDesk(async (desk, c) => {
      const kind = KINDS.find((one) => one === (c.req.query('kind') ?? 'rejected'));
      const page = Number(c.req.query('page') ?? '0');
      if (kind === undefined) return problem({ code: 'invalid_parameter', detail: 'No such kind.', parameter: 'kind' });
      if (!Number.isInteger(page) || page < 0 || page > IMPORT_LIMITS.rows) {
        return problem({ code: 'invalid_parameter', detail: 'A page is a number from 0.', parameter: 'page' });
      }
      const view = await desk.get(idOf(c));
      if (view === null) return notFound();
      return privateJson({ kind, page, rows: desk.report(view.record.id, kind, page) }, headers);
    }),
    'GET /api/imports/:importId/rejects.csv': withDesk(async (desk, c) => {
      const view = await desk.get(idOf(c));
      if (view === null) return notFound();
      const { id } = view.record;
      return attachment(rejectsCsv(desk, id), 'text/csv; charset=utf-8', `rejects-${id}.csv`, headers);
    }),
    'POST /api/imports/:importId/confirm': withDesk(async (desk, c, actor) => {
      const body = await readJson(c, confirmSchema);
      if ('problem' in body) return problem(body.problem);
      const result = await desk.confirm(idOf(c), body.value.duplicates === 'leave_out', actor);
      return typeof result === 'string' ? problem(deskProblem(result)) : privateJson(viewJson(result), headers, 202);
    }),
    'POST /api/imports/:importId/cancel': withDesk(async (desk, c, actor) => {
      const result = await desk.cancel(idOf(c), actor);
      return typeof result === 'string' ? problem(deskProblem(result)) : privateJson(viewJson(result), headers);
    }),
  };
}
