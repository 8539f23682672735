import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExportFilter, ExportReason } from '../../domain/export-request.ts';
import { type IncidentPlace, treatAsChildCase } from '../../domain/incident.ts';
import { MAX_PLACES } from '../../domain/incident-input.ts';
import type { IncidentRecord } from '../store/contract/incident-store.ts';
import type { Store } from '../store/store.ts';

export type Cell = string | number | null;
export type ExportRow = Readonly<Record<string, Cell>>;

/** Who took the file, when (RFC 3339) and why: in every row, so that sorting, cutting and converting keep it. */
export interface Watermark {
  readonly by: string;
  readonly at: string;
  readonly reason: ExportReason;
}

/** Read at once, in some 5 ms; the next turn of the event loop is others'. */
const RECORDS_PER_PAGE = 100;

/** Cases of the filter, newest month first, deleted ones left out, a page at a time. */
export async function* exportPages(store: Store, filter: ExportFilter): AsyncGenerator<readonly IncidentRecord[]> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['incidents']['list']>> = await store.incidents.list({
      ...filter,
      after,
      limit: RECORDS_PER_PAGE,
      deleted: false,
    });
    if (page.records.length > 0) yield page.records;
    after = page.next;
    // A file and a fast reader never give way by themselves.
    await nextTurn();
  } while (after !== null);
}

function caseRow({ incident, closed }: IncidentRecord): ExportRow {
  return {
    incident_id: incident.id,
    month: incident.month,
    day: incident.day,
    acts: incident.acts.join('|'),
    means: incident.means.join('|'),
    purposes: incident.purposes.join('|'),
    source: incident.source,
    stage: incident.stage,
    platforms: incident.platforms.join('|'),
    victims: incident.victims,
    suspects: incident.suspects,
    child_involved: incident.childInvolved,
    closed: closed ? 'yes' : 'no',
  };
}

function markOf({ by, at, reason }: Watermark): ExportRow {
  return { export_by: by, export_at: at, export_reason: reason };
}

/** A child case has no coordinates in the store; should one ever, it has none here. */
export function pointOf(record: IncidentRecord, place: IncidentPlace): readonly [number, number] | null {
  return treatAsChildCase(record.incident) ? null : place.point;
}

/** A place of its own row, for formats that have a geometry. */
export function placeRow(record: IncidentRecord, place: IncidentPlace, position: number, mark: Watermark): ExportRow {
  return {
    ...caseRow(record),
    place: position,
    role: place.role,
    precision: place.precision,
    area: place.areaCode,
    h3: place.h3,
    ...markOf(mark),
  };
}

/** Names of the columns of `sheetRow`, in its order. */
export const SHEET_COLUMNS: readonly string[] = [
  'export_by',
  'export_at',
  'export_reason',
  'incident_id',
  'month',
  'day',
  'acts',
  'means',
  'purposes',
  'source',
  'stage',
  'platforms',
  'victims',
  'suspects',
  'child_involved',
  'closed',
  ...Array.from({ length: MAX_PLACES }, (_, i) =>
    ['role', 'precision', 'area', 'longitude', 'latitude', 'h3'].map((name) => `place${i + 1}_${name}`),
  ).flat(),
];

/** One row a case, under the names that the import reads. */
export function sheetRow(record: IncidentRecord, mark: Watermark): readonly Cell[] {
  const cells = [...Object.values(markOf(mark)), ...Object.values(caseRow(record))];
  for (let i = 0; i < MAX_PLACES; i += 1) {
    const place = record.incident.places[i];
    const point = place === undefined ? null : pointOf(record, place);
    const { role = null, precision = null, areaCode = null, h3 = null } = place ?? {};
    cells.push(role, precision, areaCode, point?.[0] ?? null, point?.[1] ?? null, h3);
  }
  return cells;
}
