import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openGeodata } from '../../../server/geodata-files.ts';
import { directSink } from '../../../server/importing/direct-sink.ts';
import { importContext } from '../../../server/importing/import-context.ts';
import { importFiles } from '../../../server/importing/import-files.ts';
import type { ImportJob, ImportPlace, JobResult } from '../../../server/importing/import-job.ts';
import { readPage } from '../../../server/importing/paged-lines.ts';
import { runJob } from '../../../server/importing/run-job.ts';
import { seedStore } from '../../../server/services/seed.ts';
import { IN_MEMORY, openDatabase } from '../../../server/store/open.ts';
import type { Schema } from '../../../server/store/schema.ts';
import { sqlStore } from '../../../server/store/sql-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';

/** How TypeScript is started in a process of its own. */
export const TYPESCRIPT = ['--import', 'tsx'];
export const LP_KEY = Buffer.alloc(32, 7).toString('base64');

export const HEADER =
  'month,day,acts,means,purposes,source,stage,platforms,victims,suspects,child_involved,lp_number,place_role,place_precision,area_code,longitude,latitude';
/** A row that is taken; the point lies in Klandasan Ulu. */
export const ROW = {
  month: '2025-03',
  day: '',
  acts: 'recruit',
  means: 'deception',
  purposes: 'sexual_exploitation',
  source: 'lp_b',
  stage: 'lp',
  platforms: 'michat',
  victims: '1',
  suspects: '2-4',
  child_involved: 'no',
  lp_number: '',
  place_role: 'rescue',
  place_precision: 'point',
  area_code: '',
  longitude: '116.83',
  latitude: '-1.26',
} as const;
type RowChange = Partial<Readonly<Record<keyof typeof ROW, string>>>;

/** A CSV file of rows that differ from `ROW` as given. */
export function csvOf(rows: readonly RowChange[]): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [
    HEADER,
    ...rows.map((row) =>
      Object.values({ ...ROW, ...row })
        .map(quoted)
        .join(','),
    ),
  ].join('\n');
}

export interface Outcome {
  readonly result: JobResult;
  /** `row field code` of everything rejected. */
  readonly rejected: readonly string[];
  readonly accepted: readonly unknown[];
  readonly duplicates: readonly unknown[];
}

export interface ImportHouse {
  readonly store: Store;
  readonly db: Kysely<Schema>;
  readonly place: ImportPlace;
  readonly run: (job: ImportJob) => Promise<JobResult>;
  /** Reads a file and tries it with the proposed columns. */
  readonly tryFile: (bytes: Uint8Array | string) => Promise<Outcome>;
  /** Reads, tries, writes and makes visible; answers what was written. */
  /** Takes a file as far as its header. */
  readonly begin: (bytes: Uint8Array | string) => Promise<{ readonly id: string; readonly read: JobResult }>;
  readonly bring: (bytes: Uint8Array | string, leaveOutDuplicates?: boolean) => Promise<JobResult>;
  readonly close: () => Promise<void>;
}

/** The steps of imports in this process, over the real city in memory. */
export async function openImportHouse(given?: Kysely<Schema>): Promise<ImportHouse> {
  const root = temporaryFolder();
  const folder = join(root.path, 'imports');
  mkdirSync(folder);
  const address = { dataDir: IN_MEMORY, databaseUrl: null };
  const db = given ?? (await openDatabase(address, new Date(0)));
  const store = sqlStore(db, FINGERPRINT_KEY);
  await seedStore(store, openGeodata('geodata/dist'));
  const place = { address, folder, lpKey: LP_KEY, fingerprintKey: FINGERPRINT_KEY, headerKey: 'k' };
  const context = await importContext(db, LP_KEY);
  const run = (job: ImportJob) =>
    runJob(job, { place, context, openSink: (seq) => directSink(db, seq), progress: async () => {} });
  const at = '2026-11-24T00:00:00.000Z';
  const begin = async (bytes: Uint8Array | string) => {
    const { id } = await store.imports.begin({ at, userId: 'u', worker: 'w' });
    writeFileSync(importFiles(folder, id).upload, bytes);
    return { id, read: await run({ step: 'read', id }) };
  };
  const tryFile = async (bytes: Uint8Array | string) => {
    const { id, read } = await begin(bytes);
    if (read.step !== 'read') return { id, fields: [], result: read, rejected: [], accepted: [], duplicates: [] };
    const fields = read.read.proposed;
    const result = await run({ step: 'check', id, fields });
    const files = importFiles(folder, id);
    const rejected = (
      readPage(files.rejected, 0) as { row: number; faults: { field: string; code: string }[] }[]
    ).flatMap(({ row, faults }) => faults.map(({ field, code }) => `${row} ${field} ${code}`));
    const [accepted, duplicates] = [readPage(files.accepted, 0), readPage(files.duplicates, 0)];
    return { id, fields, result, rejected, accepted, duplicates };
  };
  return {
    store,
    db,
    place,
    run,
    tryFile,
    begin,
    bring: async (bytes, leaveOutDuplicates = false) => {
      const { id, fields, result } = await tryFile(bytes);
      if (result.step !== 'check') return result;
      const written = await run({ step: 'write', id, fields, at, userId: 'u', leaveOutDuplicates });
      await store.imports.change(id, ['reading'], { at, state: 'visible' });
      return written;
    },
    close: async () => {
      if (given === undefined) await db.destroy();
      root.remove();
    },
  };
}
