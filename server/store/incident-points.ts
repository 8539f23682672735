import type { CompiledQuery, Kysely } from 'kysely';
import * as z from 'zod/mini';
import { mortonRanges } from '../../domain/geometry/morton.ts';
import { INCIDENT_SOURCES, PLATFORMS, STAGES } from '../../domain/incident.ts';
import { monthText } from '../../domain/incident-month.ts';
import { codesOf } from '../../domain/incident-set.ts';
import type { IncidentPoint, PointPage, PointQuery } from './contract/incident-store.ts';
import { mapConditions } from './incident-map-filter.ts';
import { PLACES_PER_INCIDENT } from './incident-row.ts';
import type { Schema } from './schema.ts';

/** More ranges fit the box closer and cost a query each: with 24 some 10 % of what is read lies beside the box. */
const MOST_RANGES = 12;
/** Entries of the index that a narrow filter reads in one look, at 0.1 µs each. */
const BLOCK = 4_000;
/** Such looks in one page: what they have not found comes with the next. */
const MOST_BLOCKS = 3;
/** Cells of a range that is always looked at whole: of a million rows a dense one holds some 1,000. */
const SMALL_RANGE = 2 ** 21;
/** Above every key: PostgreSQL's integer ends here. */
const LAST_SEQ = 2 ** 31 - 1;

/** Above `after` (cell and key), up to the cell `to`. */
interface Stretch {
  readonly after: { readonly cell: number; readonly seq: number };
  readonly to: number;
}

const rowSchema = z.object({
  seq: z.number(),
  cell: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  h3: z.string(),
  month: z.number(),
  source: z.enum(INCIDENT_SOURCES),
  stage: z.enum(STAGES),
  platforms: z.number(),
});

function pointOf(row: z.infer<typeof rowSchema>): IncidentPoint {
  return {
    id: String(Math.floor(row.seq / PLACES_PER_INCIDENT)),
    point: [row.longitude, row.latitude],
    h3: row.h3,
    month: monthText(row.month),
    source: row.source,
    stage: row.stage,
    platforms: codesOf(PLATFORMS, row.platforms),
  };
}

/** The ranges of the box that lie after where the page before ended. */
function stretchesOf({ box, after }: PointQuery): Stretch[] {
  const [cell = -1, seq = LAST_SEQ] = after?.split('.').map(Number) ?? [];
  return mortonRanges(box, MOST_RANGES).flatMap(({ from, to }): Stretch[] => {
    if (to < cell) return [];
    return [{ after: from > cell ? { cell: from - 1, seq: LAST_SEQ } : { cell, seq }, to }];
  });
}

/** Both queries are built once for a page; each look fills in its own stretch. */
function queriesOf(db: Kysely<Schema>, query: PointQuery) {
  const [west, south, east, north] = query.box;
  // Kysely gives the values in the order of the text: role, cell, cell, cell, seq first.
  const base = db
    .selectFrom('incident_place')
    .where('role', '=', query.role)
    .where('cell', '>=', 0)
    .where('cell', '<=', 0)
    .where((eb) => eb.or([eb('cell', '>', 0), eb('seq', '>', 0)]))
    .orderBy('cell')
    .orderBy('seq');
  const find = base
    .select(['seq', 'cell', 'longitude', 'latitude', 'h3', 'month', 'source', 'stage', 'platforms'])
    .where((eb) => eb.and(mapConditions(eb, query)))
    .where((eb) => eb.and([eb('longitude', '>=', west), eb('longitude', '<=', east)]))
    .where((eb) => eb.and([eb('latitude', '>=', south), eb('latitude', '<=', north)]))
    .limit(1)
    .compile();
  const skip = base.select(['cell', 'seq']).limit(1).offset(BLOCK).compile();
  const given = ({ after, to }: Stretch) => [query.role, after.cell, to, after.cell, after.seq];
  return {
    find: (stretch: Stretch, limit: number): CompiledQuery<unknown> => ({
      ...find,
      parameters: [...given(stretch), ...find.parameters.slice(5, -1), limit],
    }),
    skip: (stretch: Stretch): CompiledQuery<{ cell: number; seq: number }> => ({
      ...skip,
      parameters: [...given(stretch), ...skip.parameters.slice(5)],
    }),
  };
}

/**
 * Points of one role within a box, in the order of Morton cell and key. Walks the ranges of the box along the index
 * until the page is full. Under a filter it reads a large range in blocks, and at most three of them: a page may then be shorter than its limit
 * and still have a `next`.
 */
export async function pointsWithin(db: Kysely<Schema>, query: PointQuery): Promise<PointPage> {
  const { find, skip } = queriesOf(db, query);
  const filtered = [query.source, query.platform, query.stage, query.fromMonth, query.toMonth].some(
    (it) => it !== null,
  );
  const rows: z.infer<typeof rowSchema>[] = [];
  let blocks = 0;
  for (let stretch of stretchesOf(query)) {
    for (;;) {
      const small = stretch.to - stretch.after.cell <= SMALL_RANGE;
      const end = filtered && !small ? (await db.executeQuery(skip(stretch))).rows[0] : undefined;
      // A block ends with a whole cell, or the next would begin in its middle.
      const part = end === undefined ? stretch : { after: stretch.after, to: end.cell };
      // One more than wanted tells whether there is more.
      const found = await db.executeQuery(find(part, query.limit + 1 - rows.length));
      rows.push(...z.array(rowSchema).parse(found.rows));
      if (rows.length > query.limit) return pageOf(rows.slice(0, query.limit), rows[query.limit - 1] ?? null);
      if (end === undefined) break;
      blocks += 1;
      if (blocks === MOST_BLOCKS) return pageOf(rows, { cell: end.cell, seq: LAST_SEQ });
      stretch = { after: { cell: end.cell, seq: LAST_SEQ }, to: stretch.to };
    }
  }
  return pageOf(rows, null);
}

function pageOf(rows: readonly z.infer<typeof rowSchema>[], end: Stretch['after'] | null): PointPage {
  return { points: rows.map(pointOf), next: end === null ? null : `${end.cell}.${end.seq}` };
}
