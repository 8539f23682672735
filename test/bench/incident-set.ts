import type { Kysely } from 'kysely';
import { CITY } from '../../domain/city.ts';
import type { Locate } from '../../domain/geometry/locator.ts';
import { INCIDENT_SOURCES, type Incident, PLACE_ROLES, PLATFORMS, STAGES } from '../../domain/incident.ts';
import { monthText } from '../../domain/incident-month.ts';
import { seededRandom } from '../../domain/stats/random.ts';
import { toIncidentRow, toPlaceRows } from '../../server/store/incident-row.ts';
import { addToTally, sumTally, type TallyRow, tallyRowsOf } from '../../server/store/incident-tally.ts';
import type { Schema } from '../../server/store/schema.ts';

const [WEST, SOUTH, EAST, NORTH] = CITY.bbox;
/** 2017 to 2026. */
const FIRST_MONTH = 2017 * 12;
const MONTHS = 120;
const CHUNK = 50_000;
const AT = '2026-11-24T00:00:00.000Z';
/** Rows of 25 values under SQLite's 32,766. */
const ROWS_PER_INSERT = 1000;
/** Cases lie in clusters, as those of a city do. */
const CLUSTERS = 60;

/** Cases at seeded places of the city: four of five in clusters, a fifth of child cases, one place each. */
export function makeIncidents(count: number, seed: number, locate: Locate): Incident[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const centres = Array.from({ length: CLUSTERS }, () => [random(), random()] as const);
  const incidents: Incident[] = [];
  while (incidents.length < count) {
    const near = pick(centres);
    const clustered = random() < 0.8;
    const at = (axis: 0 | 1) => (clustered ? near[axis] + (random() + random() - 1) * 0.03 : random());
    const point: [number, number] = [WEST + (EAST - WEST) * at(0), SOUTH + (NORTH - SOUTH) * at(1)];
    const areaCode = locate(point[0], point[1]);
    if (areaCode === null) continue;
    incidents.push({
      id: '',
      training: false,
      month: monthText(FIRST_MONTH + Math.floor(random() * MONTHS)),
      day: null,
      acts: ['recruit'],
      means: [],
      purposes: ['other'],
      source: pick(INCIDENT_SOURCES),
      stage: pick(STAGES),
      platforms: [pick(PLATFORMS)],
      places: [{ role: pick(PLACE_ROLES), precision: 'point', areaCode, h3: '88688a50dbfffff', point }],
      victims: '1',
      suspects: '1',
      childInvolved: random() < 0.2 ? 'yes' : 'no',
      lpNumberHash: null,
    });
  }
  return incidents;
}

/** Writes them as one import does: sorted by role and cell, commits of 1,000 rows, then visible. */
export async function fill(
  db: Kysely<Schema>,
  incidents: readonly Incident[],
  importSeq: number,
  firstSeq: number,
): Promise<void> {
  let seq = firstSeq;
  let tally: TallyRow[] = [];
  for (let i = 0; i < incidents.length; i += CHUNK) {
    const rows = incidents
      .slice(i, i + CHUNK)
      .map((incident) => ({ incident, place: toPlaceRows(incident, { seq: 1, importSeq })[0] }));
    rows.sort(
      (a, b) =>
        (a.place?.role ?? '').localeCompare(b.place?.role ?? '') || (a.place?.cell ?? -1) - (b.place?.cell ?? -1),
    );
    tally = sumTally([...tally, ...rows.flatMap(({ incident }) => tallyRowsOf(incident, importSeq))]);
    for (let j = 0; j < rows.length; j += ROWS_PER_INSERT) {
      await db.transaction().execute(async (trx) => {
        const part = rows.slice(j, j + ROWS_PER_INSERT).map(({ incident }) => ({
          incident,
          origin: { seq: seq++, importSeq, at: AT, userId: 'u1' },
        }));
        const records = part.map(({ incident, origin }) => toIncidentRow(incident, origin, origin.seq));
        await trx.insertInto('incident').values(records).execute();
        const places = part.flatMap(({ incident, origin }) => toPlaceRows(incident, origin));
        await trx.insertInto('incident_place').values(places).execute();
      });
    }
  }
  await db.transaction().execute(async (trx) => {
    await addToTally(trx, tally);
    await trx
      .insertInto('import')
      .values({
        seq: importSeq,
        state: 'visible',
        format: 'csv',
        size_bytes: 0,
        created_at: AT,
        created_by: 'u1',
        changed_at: AT,
        worker: null,
        signature: null,
        columns: null,
        counts: null,
        reason: null,
        reason_fields: null,
      })
      .execute();
  });
}
