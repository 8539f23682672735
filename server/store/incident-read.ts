import { setImmediate as pause } from 'node:timers/promises';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { type Incident, PLACE_ROLES } from '../../domain/incident.ts';
import { monthNumber, monthText } from '../../domain/incident-month.ts';
import { bitsOf } from '../../domain/incident-set.ts';
import type { IncidentRecord, ListQuery } from './contract/incident-store.ts';
import { filterConditions } from './incident-filter.ts';
import { fromIncidentRows, type IncidentRow, PLACES_PER_INCIDENT, type PlaceRow } from './incident-row.ts';
import { visible } from './incident-visible.ts';
import type { Schema } from './schema.ts';

/** Rows that one look at filters; 5,000 take about 3 ms. */
const BLOCK = 5_000;
const MOST_DUPLICATES = 20;

/** `seq` of an id, or null for what is none: ids are the numbers as text. */
export function seqOf(id: string): number | null {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
}

export function toRecord(row: IncidentRow, places: readonly PlaceRow[]): IncidentRecord {
  return {
    incident: fromIncidentRows(row, places),
    closed: row.closed === 1,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
    mergedInto: row.merged_into === null ? null : String(row.merged_into),
  };
}

/** The places of each of the rows, in the order of their position. */
export async function recordsOf(db: Kysely<Schema>, rows: readonly IncidentRow[]): Promise<IncidentRecord[]> {
  const placesOf = new Map<number, PlaceRow[]>(rows.map(({ seq }) => [seq, []]));
  if (rows.length > 0) {
    const keys = rows.flatMap(({ seq }) => Array.from({ length: 8 }, (_, at) => seq * PLACES_PER_INCIDENT + at));
    const places = await db.selectFrom('incident_place').selectAll().where('seq', 'in', keys).orderBy('seq').execute();
    for (const place of places) placesOf.get(Math.floor(place.seq / PLACES_PER_INCIDENT))?.push(place);
  }
  return rows.map((row) => toRecord(row, placesOf.get(row.seq) ?? []));
}

export async function readRecord(db: Kysely<Schema>, id: string): Promise<IncidentRecord | null> {
  const seq = seqOf(id);
  if (seq === null) return null;
  const rows = await db
    .selectFrom('incident')
    .selectAll()
    .where('seq', '=', seq)
    .where(visible('import_seq'))
    .execute();
  return (await recordsOf(db, rows))[0] ?? null;
}

/** Newest month first, then the newest number. */
export async function listRecords(
  db: Kysely<Schema>,
  query: ListQuery,
): Promise<{ readonly records: readonly IncidentRecord[]; readonly next: string | null }> {
  const rows: IncidentRow[] = [];
  let [month = null, seq = null] = query.after?.split('.').map(Number) ?? [];
  for (;;) {
    let base = db.selectFrom('incident').orderBy('month', 'desc').orderBy('seq', 'desc');
    if (month !== null && seq !== null) {
      const [m, s] = [month, seq];
      base = base.where('month', '<=', m).where((eb) => eb.or([eb('month', '<', m), eb('seq', '<', s)]));
    }
    const end = await base.select(['month', 'seq']).limit(1).offset(BLOCK).executeTakeFirst();
    let find = base
      .selectAll()
      .where((eb) => eb.and(filterConditions(eb, query)))
      .where('deleted_at', query.deleted ? 'is not' : 'is', null)
      .where(visible('import_seq'));
    if (end !== undefined) {
      find = find
        .where('month', '>=', end.month)
        .where((eb) => eb.or([eb('month', '>', end.month), eb('seq', '>=', end.seq)]));
    }
    if (query.role !== null) {
      find = find.where(sql<SqlBool>`(roles & ${bitsOf(PLACE_ROLES, [query.role])}) <> 0`);
    }
    rows.push(...(await find.limit(query.limit + 1 - rows.length).execute()));
    if (rows.length > query.limit || end === undefined) break;
    [month, seq] = [end.month, end.seq];
    await pause();
  }
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return { records: await recordsOf(db, page), next: last === undefined ? null : `${last.month}.${last.seq}` };
}

/** First and last month of what is kept. */
export async function monthSpan(db: Kysely<Schema>): Promise<readonly [string, string] | null> {
  const kept = db
    .selectFrom('incident')
    .select('month')
    .where('deleted_at', 'is', null)
    .where(visible('import_seq'))
    .limit(1);
  const first = await kept.orderBy('month').orderBy('seq').executeTakeFirst();
  const last = await kept.orderBy('month', 'desc').orderBy('seq', 'desc').executeTakeFirst();
  return first === undefined || last === undefined ? null : [monthText(first.month), monthText(last.month)];
}

function sharesPlace(a: Incident, b: Incident): boolean {
  return a.places.some(({ role, areaCode }) => b.places.some((o) => o.role === role && o.areaCode === areaCode));
}

/** Possible duplicates: the same LP number within a month, or the same month, role and area. */
export async function possibleDuplicates(db: Kysely<Schema>, incident: Incident): Promise<readonly IncidentRecord[]> {
  const month = monthNumber(incident.month);
  const own = seqOf(incident.id) ?? 0;
  const near = db
    .selectFrom('incident')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where(visible('import_seq'))
    .where('seq', '<>', own)
    .orderBy('seq', 'desc');
  const sameNumber =
    incident.lpNumberHash === null
      ? []
      : await near
          .where('month', '>=', month - 1)
          .where('month', '<=', month + 1)
          .where('lp_hash', '=', incident.lpNumberHash)
          .limit(MOST_DUPLICATES)
          .execute();
  // Of a month with thousands of cases the newest are looked at: nobody reads more than twenty.
  const sameMonth = await near.where('month', '=', month).limit(500).execute();
  const listed = new Set(sameNumber.map(({ seq }) => seq));
  const others = await recordsOf(
    db,
    sameMonth.filter(({ seq }) => !listed.has(seq)),
  );
  const alike = others.filter((other) => sharesPlace(other.incident, incident));
  return [...(await recordsOf(db, sameNumber)), ...alike].slice(0, MOST_DUPLICATES);
}
