import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Incident } from '../../domain/incident.ts';
import { exportPages, type Watermark } from '../../server/keeping/export-rows.ts';
import { sheetOf } from '../../server/keeping/export-sheet.ts';
import { csvOf, geojsonOf, type Pages } from '../../server/keeping/export-text.ts';
import type { IncidentRecord } from '../../server/store/contract/incident-store.ts';
import { DATABASE_FILE } from '../../server/store/database-file.ts';
import { fingerprintOf, toIncidentRow, toPlaceRows } from '../../server/store/incident-row.ts';
import { openDatabase } from '../../server/store/open.ts';
import { sealFingerprint } from '../../server/store/seal-fingerprints.ts';
import { sqlStore } from '../../server/store/sql-store.ts';
import { checkFile } from '../../server/store/sqlite-connect.ts';
import { inTransaction } from '../../server/store/transaction.ts';
import { FINGERPRINT_KEY } from '../server/fixture/fingerprint-key.ts';
import { atMost, type Figure } from './figure.ts';

export const name = 'Keeping it: exports and checks of 50,000 cases';

const CASES = 50_000;
const ROWS_PER_INSERT = 500;
const NO_FILTER = { role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null };
const MARK: Watermark = { by: 'bench', at: '2026-11-24T00:00:00Z', reason: 'investigation' };

function madeUp(i: number): Incident {
  return {
    id: String(i),
    training: false,
    month: `${2010 + (i % 16)}-0${1 + (i % 9)}`,
    day: 1 + (i % 28),
    acts: ['recruit', 'harbour'],
    means: ['deception'],
    purposes: ['forced_labour'],
    source: 'lp_b',
    stage: 'lp',
    platforms: ['michat'],
    places: [
      {
        role: 'rescue',
        precision: 'point',
        areaCode: '64.71.05.1001',
        h3: '88688a50dbfffff',
        point: [116.8 + (i % 1000) / 10_000, -1.2],
      },
      { role: 'recruitment', precision: 'online', areaCode: null, h3: null, point: null },
    ],
    victims: '1',
    suspects: '2-4',
    childInvolved: 'no',
    lpNumberHash: null,
  };
}

async function fill(dataDir: string) {
  const db = await openDatabase({ dataDir, databaseUrl: null }, new Date(0));
  const origin = { importSeq: 0, at: '2026-11-24T00:00:00Z', userId: 'u1' };
  for (let from = 1; from <= CASES; from += ROWS_PER_INSERT) {
    await inTransaction(db, async (transaction) => {
      const made = Array.from({ length: ROWS_PER_INSERT }, (_, i) => madeUp(from + i));
      const rows = made.map((one, i) =>
        toIncidentRow(one, { ...origin, seq: from + i }, sealFingerprint(fingerprintOf(one), FINGERPRINT_KEY)),
      );
      const places = made.flatMap((one, i) => toPlaceRows(one, { seq: from + i, importSeq: 0 }));
      await transaction.insertInto('incident').values(rows).execute();
      await transaction.insertInto('incident_place').values(places).execute();
    });
  }
  return db;
}

/** Milliseconds of work of this process; what others do on the machine is not in it. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Passes pages on; `note` is given the work between two turns of the event loop: reading one page, writing another. */
async function* timed(pages: Pages, note: (ms: number) => void): AsyncGenerator<readonly IncidentRecord[]> {
  let last = cpuMs();
  for await (const page of pages) {
    yield page;
    note(cpuMs() - last);
    last = cpuMs();
  }
}

async function drain(texts: AsyncIterable<string>): Promise<void> {
  for await (const text of texts) if (text === '') throw new Error('an empty part');
}

/** Longest turn of an export. The best of three: a collection of garbage falls now here, now there. */
async function longestTurn(pages: () => Pages, write: (pages: Pages) => Promise<unknown>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    let longest = 0;
    const note = (ms: number) => {
      longest = Math.max(longest, ms);
    };
    await write(timed(pages(), note));
    rounds.push(longest);
  }
  return Math.min(...rounds);
}

export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'petarawan-bench-'));
  const db = await fill(folder);
  try {
    const store = sqlStore(db, FINGERPRINT_KEY);
    const pages = () => exportPages(store, NO_FILTER);
    const csv = await longestTurn(pages, (given) => drain(csvOf(given, MARK)));
    const geojson = await longestTurn(pages, (given) => drain(geojsonOf(given, MARK)));
    const sheet = await longestTurn(pages, (given) => sheetOf(given, MARK));
    const begin = cpuMs();
    checkFile(join(folder, DATABASE_FILE));
    const checkMs = cpuMs() - begin;
    return [
      atMost('longest turn of the event loop: CSV', csv, 50, 'ms'),
      atMost('longest turn of the event loop: GeoJSON', geojson, 50, 'ms'),
      atMost('longest turn of the event loop: XLSX', sheet, 50, 'ms'),
      atMost('every page and index read at a start', checkMs, 1_000, 'ms'),
    ];
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true });
  }
}
