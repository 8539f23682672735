import { setImmediate as pause } from 'node:timers/promises';
import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { INCIDENT_SOURCES, type IncidentSource } from '../../domain/incident.ts';
import type { IncidentArea, IncidentCell, MapFilter, MappedCount } from './contract/incident-store.ts';
import { mapConditions } from './incident-map-filter.ts';
import type { Schema } from './schema.ts';

/** Entries of the index in one look: some 2 ms, then others have their turn. */
const BLOCK = 5_000;

type Places = ExpressionBuilder<Schema, 'incident_place'>;
type Stretch = (eb: Places) => Expression<SqlBool>;

/** The index entries of one role in stretches of about a block: those without a cell first, then by cell. */
async function* stretchesOf(db: Kysely<Schema>, role: string): AsyncGenerator<Stretch> {
  const ofRole = db.selectFrom('incident_place').where('role', '=', role);
  for (let seq: number | null = 0; seq !== null; ) {
    const after: number = seq;
    const end: { seq: number } | undefined = await ofRole
      .where('cell', 'is', null)
      .where('seq', '>', after)
      .select('seq')
      .orderBy('seq')
      .limit(1)
      .offset(BLOCK)
      .executeTakeFirst();
    yield (eb) => {
      const from = eb.and([eb('cell', 'is', null), eb('seq', '>', after)]);
      return end === undefined ? from : eb.and([from, eb('seq', '<=', end.seq)]);
    };
    seq = end?.seq ?? null;
  }
  for (let cell: number | null = -1; cell !== null; ) {
    const after: number = cell;
    const end: { cell: number | null } | undefined = await ofRole
      .where('cell', '>', after)
      .select('cell')
      .orderBy('cell')
      .limit(1)
      .offset(BLOCK)
      .executeTakeFirst();
    const last = end?.cell ?? null;
    yield (eb) => (last === null ? eb('cell', '>', after) : eb.and([eb('cell', '>', after), eb('cell', '<=', last)]));
    cell = last;
  }
}

/** Counts cases of one role, each once, without stopping the server for longer than one block takes. */
export async function mappedCount(db: Kysely<Schema>, filter: MapFilter): Promise<MappedCount> {
  const total = { events: 0, withPoint: 0, withCell: 0 };
  for await (const stretch of stretchesOf(db, filter.role)) {
    const row = await db
      .selectFrom('incident_place')
      .where('role', '=', filter.role)
      .where(stretch)
      .where('again', '=', 0)
      .where((eb) => eb.and(mapConditions(eb, filter)))
      .select([
        sql<number>`count(*)`.as('events'),
        sql<number | null>`sum(case when located = 2 then 1 else 0 end)`.as('points'),
        sql<number | null>`sum(case when located > 0 then 1 else 0 end)`.as('cells'),
      ])
      .executeTakeFirstOrThrow();
    total.events += Number(row.events);
    total.withPoint += Number(row.points ?? 0);
    total.withCell += Number(row.cells ?? 0);
    await pause();
  }
  return total;
}

/** Cases of one role by H3 cell, each once. */
export async function countByCell(
  db: Kysely<Schema>,
  filter: MapFilter,
  which: 'all' | 'without_point',
): Promise<readonly IncidentCell[]> {
  const counts = new Map<string, number>();
  for await (const stretch of stretchesOf(db, filter.role)) {
    const rows = await db
      .selectFrom('incident_place')
      .where('role', '=', filter.role)
      .where(stretch)
      .where('again', '=', 0)
      .where('located', which === 'all' ? '>' : '=', which === 'all' ? 0 : 1)
      .where((eb) => eb.and(mapConditions(eb, filter)))
      .groupBy('h3')
      .select(['h3', sql<number>`count(*)`.as('n')])
      .execute();
    for (const { h3, n } of rows) if (h3 !== null) counts.set(h3, (counts.get(h3) ?? 0) + Number(n));
    await pause();
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([h3, n]) => ({ h3, n }));
}

/** Cases of one role by area and source, by the place of each that a map shows best. */
export async function countByArea(db: Kysely<Schema>, filter: MapFilter): Promise<readonly IncidentArea[]> {
  const counts = new Map<string, { areaCode: string | null; source: IncidentSource; n: number }>();
  for await (const stretch of stretchesOf(db, filter.role)) {
    const rows = await db
      .selectFrom('incident_place')
      .where('role', '=', filter.role)
      .where(stretch)
      .where('again', '=', 0)
      .where((eb) => eb.and(mapConditions(eb, filter)))
      .groupBy(['area_code', 'source'])
      .select(['area_code', 'source', sql<number>`count(*)`.as('n')])
      .execute();
    for (const { area_code: areaCode, source: code, n } of rows) {
      const source = INCIDENT_SOURCES.find((one) => one === code);
      if (source === undefined) continue;
      const key = `${areaCode ?? ''}!${source}`;
      counts.set(key, { areaCode, source, n: (counts.get(key)?.n ?? 0) + Number(n) });
    }
    await pause();
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
