import type { Transaction } from 'kysely';
import { type Incident, isApart, PLACE_ROLES } from '../../domain/incident.ts';
import type { Schema } from './schema.ts';
import type { IncidentTables } from './tables/incidents.ts';

export type TallyRow = IncidentTables['incident_tally'];

/** Length of the code of a kecamatan. */
const KECAMATAN = 8;
const KEY = ['role', 'dimension', 'area_code', 'year', 'category', 'import_seq'] as const;
/** SQLite binds 32,766 values at most; a row has seven. */
const ROWS_PER_INSERT = 1000;

/** The rows that one incident counts in, each with `n` 1. */
export function tallyRowsOf(incident: Incident, importSeq: number): TallyRow[] {
  const { stage, source, platforms } = incident;
  const year = Number(incident.month.slice(0, 4));
  const apart = isApart(stage);
  const rows: TallyRow[] = [];
  for (const role of PLACE_ROLES) {
    const places = incident.places.filter((place) => place.role === role);
    if (places.length === 0) continue;
    const add = (dimension: string, area_code: string, category: string): void => {
      rows.push({ import_seq: importSeq, area_code, year, role, dimension, category, n: 1 });
    };
    const areas = new Set(places.map(({ areaCode }) => areaCode ?? ''));
    for (const area of areas) {
      add('stage', area, stage);
      if (apart) continue;
      add('source', area, source);
      for (const platform of platforms.length === 0 ? ['unknown'] : platforms) add('platform', area, platform);
    }
    if (apart) continue;
    // Once in all, so that the kecamatan sum to no more than the cases: what the release audit reckons with.
    const best = places.find(({ point }) => point !== null) ?? places.find(({ h3 }) => h3 !== null) ?? places[0];
    add('kecamatan', (best?.areaCode ?? '').slice(0, KECAMATAN), '');
  }
  return rows;
}

/** Of rows that are counted together. */
export function keyOf(row: TallyRow): string {
  const { role, dimension, area_code: area, year, category, import_seq: importSeq } = row;
  return `${role}|${dimension}|${area}|${year}|${category}|${importSeq}`;
}

/** Rows of one key as one row, in the order of the keys: writers that meet take them in the same order. */
export function sumTally(rows: readonly TallyRow[]): TallyRow[] {
  const sums = new Map<string, TallyRow>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...row });
    else sum.n += row.n;
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, row]) => (row.n === 0 ? [] : [row]));
}

/**
 * Adds the rows (negative `n` takes away) to the tally; what comes to 0 goes. A change to a visible record is counted
 * under import 0 whoever brought it: only the sums over all that is visible are read.
 */
export async function addToTally(db: Transaction<Schema>, rows: readonly TallyRow[]): Promise<void> {
  const summed = sumTally(rows);
  for (let i = 0; i < summed.length; i += ROWS_PER_INSERT) {
    await db
      .insertInto('incident_tally')
      .values(summed.slice(i, i + ROWS_PER_INSERT))
      .onConflict((conflict) =>
        conflict.columns([...KEY]).doUpdateSet((eb) => ({ n: eb('incident_tally.n', '+', eb.ref('excluded.n')) })),
      )
      .execute();
  }
  for (const row of summed.filter(({ n }) => n < 0)) {
    let query = db.deleteFrom('incident_tally').where('n', '=', 0);
    for (const column of KEY) query = query.where(column, '=', row[column]);
    await query.execute();
  }
}

/**
 * Moves at most `limit` rows of an import that is visible into those of 0, so that counts do not grow with the number of
 * imports. Answers how many were moved: 0 when there are no more. The sums are the same at every moment.
 */
export async function foldTally(db: Transaction<Schema>, importSeq: number, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('incident_tally')
    .selectAll()
    .where('import_seq', '=', importSeq)
    .orderBy('role')
    .orderBy('dimension')
    .orderBy('area_code')
    .orderBy('year')
    .orderBy('category')
    .limit(limit)
    .execute();
  const last = rows.at(-1);
  if (last === undefined) return 0;
  await db
    .deleteFrom('incident_tally')
    .where('import_seq', '=', importSeq)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('role', 'dimension', 'area_code', 'year', 'category'),
        '<=',
        tuple(last.role, last.dimension, last.area_code, last.year, last.category),
      ),
    )
    .execute();
  await addToTally(
    db,
    rows.map((row) => ({ ...row, import_seq: 0 })),
  );
  return rows.length;
}
