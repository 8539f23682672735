import { type ExportFormat, exportRequestSchema, MAX_SHEET_ROWS } from '../../../domain/export-request.ts';
import { readJson } from '../../http/read-json.ts';
import { stamp } from '../../keeping/backup-folder.ts';
import { exportPages, type Watermark } from '../../keeping/export-rows.ts';
import { sheetOf } from '../../keeping/export-sheet.ts';
import { csvOf, geojsonOf, type Pages } from '../../keeping/export-text.ts';
import { withoutFormula } from '../../keeping/without-formula.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { AuditEntry } from '../../store/contract/audit-store.ts';
import type { IncidentRecord } from '../../store/contract/incident-store.ts';
import type { InternalHandler } from '../internal.ts';
import type { KeepingInput } from './keeping-input.ts';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
};

const TOO_MANY: Problem = {
  code: 'too_large',
  detail: `A sheet takes at most ${MAX_SHEET_ROWS} cases: narrow the filter, or take CSV or GeoJSON.`,
  need: MAX_SHEET_ROWS,
};

/** Each is a process of some 150 MB. */
const SHEETS_AT_ONCE = 2;
const SHEETS_UNDER_WAY: Problem = { code: 'conflict', detail: 'Other sheets are being made: try again in a moment.' };

/** Counts what goes by. */
async function* counted(pages: Pages, add: (cases: number) => void): AsyncGenerator<readonly IncidentRecord[]> {
  for await (const records of pages) {
    add(records.length);
    yield records;
  }
}

/** A stream that is made as fast as it is read: a slow reader holds nothing but a page. */
function streamOf(texts: AsyncGenerator<string>, done: () => Promise<void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await texts.next();
      if (next.done) {
        await done();
        controller.close();
      } else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => {
      await texts.return(undefined);
    },
  });
}

/**
 * Cases leave the system: a line is kept before the first byte, and another with their number at the end, so a
 * transfer that broke off is told from a whole one.
 */
export function exportHandlers({ store, headers, now, log }: KeepingInput) {
  let sheets = 0;
  return {
    'POST /api/incidents/export': async (c, { userId, role, ip }) => {
      const read = await readJson(c, exportRequestSchema);
      if ('problem' in read) return problemResponse(read.problem, headers);
      const { format, reason, filter } = read.value;
      if (format === 'xlsx' && sheets >= SHEETS_AT_ONCE) return problemResponse(SHEETS_UNDER_WAY, headers);
      const at = now();
      const user = userId === null ? null : await store.accounts.users.find(userId);
      const mark: Watermark = { by: withoutFormula(user?.name ?? ''), at: at.toISOString(), reason };
      const write = (detail: AuditEntry['detail']) =>
        store.audit.append({ userId, role, ip, action: 'incident_exported', subject: null, detail });
      const { role: placeRole, ...rest } = filter;
      await write({ part: 'begun', format, reason, placeRole, ...rest });
      let cases = 0;
      const pages = counted(exportPages(store, filter), (more) => {
        cases += more;
      });
      const end = () => write({ part: 'ended', format, reason, cases });
      const fileHeaders = {
        ...headers,
        'Content-Type': TYPES[format],
        'Content-Disposition': `attachment; filename="petarawan-kejadian-${stamp(at)}.${format}"`,
        'Cache-Control': 'no-store',
        Vary: 'Cookie',
      };
      if (format === 'xlsx') {
        sheets += 1;
        const bytes = await sheetOf(pages, mark).finally(() => {
          sheets -= 1;
        });
        if (bytes === null) return problemResponse(TOO_MANY, headers);
        await end();
        return new Response(bytes, { headers: fileHeaders });
      }
      const texts = format === 'csv' ? csvOf(pages, mark) : geojsonOf(pages, mark);
      const stream = streamOf(texts, () =>
        end().catch((error: unknown) => {
          log.error({ err: error }, 'an export ended and its line could not be kept');
          throw error;
        }),
      );
      return new Response(stream, { headers: fileHeaders });
    },
  } satisfies Readonly<Record<string, InternalHandler>>;
}
