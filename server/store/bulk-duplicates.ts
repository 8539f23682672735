import type { Kysely } from 'kysely';
import { monthNumber, monthText } from '../../domain/incident-month.ts';
import { PLACES_PER_INCIDENT } from './incident-row.ts';
import { visible } from './incident-visible.ts';
import type { Schema } from './schema.ts';

const ROWS_PER_READ = 5_000;

/** A case that is kept, by what makes it alike to another. */
export interface KeptCase {
  readonly id: string;
  readonly lpNumberHash: string;
  readonly month: string;
  /** `''` for online. */
  readonly areas: readonly string[];
}

/** Cases that are kept, of the months (inclusive), whose LP number hash and month `wanted` says to look at. */
export async function* keptCases(
  db: Kysely<Schema>,
  fromMonth: string,
  toMonth: string,
  wanted: (lpNumberHash: string, month: string) => boolean,
): AsyncGenerator<KeptCase> {
  // Asked for by month, SQLite would take its index of months and sort all of it for each page.
  const [from, to] = [monthNumber(fromMonth), monthNumber(toMonth)];
  let last = 0;
  for (;;) {
    const rows = await db
      .selectFrom('incident')
      .select(['seq', 'lp_hash', 'month'])
      .where('seq', '>', last)
      .where('lp_hash', 'is not', null)
      .where('deleted_at', 'is', null)
      .where(visible('import_seq'))
      .orderBy('seq')
      .limit(ROWS_PER_READ)
      .execute();
    for (const { seq, lp_hash: lpNumberHash, month } of rows) {
      if (month < from || month > to) continue;
      if (lpNumberHash === null || !wanted(lpNumberHash, monthText(month))) continue;
      const places = await db
        .selectFrom('incident_place')
        .select('area_code')
        .where('seq', '>=', seq * PLACES_PER_INCIDENT)
        .where('seq', '<', (seq + 1) * PLACES_PER_INCIDENT)
        .execute();
      yield {
        id: String(seq),
        lpNumberHash,
        month: monthText(month),
        areas: places.map((place) => place.area_code ?? ''),
      };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < ROWS_PER_READ) return;
    last = end.seq;
  }
}
