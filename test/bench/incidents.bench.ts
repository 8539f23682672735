import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { CITY } from '../../domain/city.ts';
import { type LocatableArea, makeLocator } from '../../domain/geometry/locator.ts';
import { INCIDENT_SOURCES, PLACE_ROLES, PLATFORMS } from '../../domain/incident.ts';
import { seededRandom } from '../../domain/stats/random.ts';
import { openGeodata } from '../../server/geodata-files.ts';
import { COUNT_DIMENSIONS, type PointQuery } from '../../server/store/contract/incident-store.ts';
import { foldTally } from '../../server/store/incident-tally.ts';
import { openDatabase } from '../../server/store/open.ts';
import { sqlIncidentStore } from '../../server/store/sql-incident-store.ts';
import { FINGERPRINT_KEY } from '../server/fixture/fingerprint-key.ts';
import { atLeast, atMost, type Figure } from './figure.ts';
import { fill, makeIncidents } from './incident-set.ts';

export const name = 'Incidents, a million rows';

const ROWS = 1_000_000;
/** As ten imports of 100,000 rows brought them. */
const FILES = 10;
const BOXES = 1_000;
const LIMIT = 100;
const [WEST, SOUTH, EAST, NORTH] = CITY.bbox;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** User and system time of this process, milliseconds: what another process does does not count. */
async function cpuMs(act: () => Promise<unknown>): Promise<number> {
  const begin = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

async function quickest(act: () => Promise<unknown>): Promise<number> {
  return Math.min(await cpuMs(act), await cpuMs(act), await cpuMs(act));
}

const random = seededRandom(471);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** From a street to the whole city, anywhere in it, under no filter, a source, a platform or some months. */
function randomQuery(index: number): PointQuery {
  const size = 10 ** (-3 * random());
  const [width, height] = [(EAST - WEST) * size, (NORTH - SOUTH) * size];
  const west = WEST + random() * (EAST - WEST - width);
  const south = SOUTH + random() * (NORTH - SOUTH - height);
  const year = 2017 + Math.floor(random() * 10);
  return {
    role: pick(PLACE_ROLES),
    source: index % 4 === 1 ? pick(INCIDENT_SOURCES) : null,
    platform: index % 4 === 2 ? pick(PLATFORMS) : null,
    stage: null,
    fromMonth: index % 4 === 3 ? `${year}-01` : null,
    toMonth: index % 4 === 3 ? `${year}-03` : null,
    box: [west, south, west + width, south + height],
    limit: LIMIT,
    after: null,
  };
}

export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'petarawan-bench-'));
  try {
    const kelurahan = openGeodata('geodata/dist').readSeed().features.kelurahan;
    const locate = makeLocator(
      kelurahan.map(({ fid, geometry }) => ({ code: fid, geometry: geometry as LocatableArea['geometry'] })),
    );
    const db = await openDatabase({ dataDir: folder, databaseUrl: null }, new Date(0));
    for (let file = 1; file <= FILES; file += 1) {
      const incidents = makeIncidents(ROWS / FILES, file, locate);
      await fill(db, incidents, file, 1 + ((file - 1) * ROWS) / FILES);
      while ((await db.transaction().execute((trx) => foldTally(trx, file, 1000))) > 0);
    }
    global.gc?.();
    const store = sqlIncidentStore(db, FINGERPRINT_KEY);
    const queries = Array.from({ length: BOXES }, (_, index) => randomQuery(index));
    // Once round so that the code is compiled; then each box thrice, of which the quickest counts: the others had guests.
    for (const query of queries) await store.points(query);
    const times: number[] = [];
    for (const query of queries) times.push(await quickest(() => store.points(query)));
    let full = 0;
    for (const query of queries) {
      const { points, next } = await store.points(query);
      if (points.length === LIMIT || next === null) full += 1;
    }
    const counts: number[] = [];
    for (const role of PLACE_ROLES) {
      for (const dimension of COUNT_DIMENSIONS) counts.push(await quickest(() => store.counts({ role, dimension })));
    }
    const filter = { source: null, platform: null, stage: null, fromMonth: null, toMonth: null };
    const role = 'exploitation';
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await store.mapped({ ...filter, role });
    await store.cells({ ...filter, role }, 'all');
    await store.list({ ...filter, role, source: 'media', stage: 'p21', limit: 50, after: null, deleted: false });
    delay.disable();
    await db.destroy();
    return [
      atMost('points within a box, median CPU', median(times), 1.5, 'ms'),
      atMost(`points within a box, worst of ${BOXES}`, Math.max(...times), 5, 'ms'),
      atLeast('boxes answered with 100 points or all there are', (full / BOXES) * 100, 98, '%'),
      atMost('counts by area, year and category, worst', Math.max(...counts), 5, 'ms'),
      atMost('event loop held by whole-city counts and lists', delay.max / 1e6, 50, 'ms'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
