import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ImportField } from '../../domain/import-field.ts';
import { openGeodata } from '../../server/geodata-files.ts';
import { importFiles } from '../../server/importing/import-files.ts';
import type { ImportJob, JobResult } from '../../server/importing/import-job.ts';
import { seedStore } from '../../server/services/seed.ts';
import type { AuditEntry } from '../../server/store/contract/audit-store.ts';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';
import { startServer } from '../running/server.ts';
import { signInOn } from '../running/sign-in.ts';
import { FINGERPRINT_KEY } from '../server/fixture/fingerprint-key.ts';
import { atLeast, atMost, type Figure } from './figure.ts';
import { incidentsCsv } from './import-file.ts';
import { median } from './pairs.ts';

export const name = 'Bringing in files of cases, against ogr2ogr from CSV to GeoPackage';

const ROWS = 100_000;
const ROUNDS = 3;
const FILES_OF_A_MILLION = 10;
const AT = '2026-11-24T00:00:00.000Z';

/** Seconds that ogr2ogr takes for the same file; it neither checks nor locates. */
function ogr(folder: string, csv: string): number {
  const target = join(folder, 'out.gpkg');
  rmSync(target, { force: true });
  const begin = performance.now();
  const points = ['-oo', 'X_POSSIBLE_NAMES=longitude', '-oo', 'Y_POSSIBLE_NAMES=latitude', '-a_srs', 'EPSG:4326'];
  execFileSync('ogr2ogr', ['-f', 'GPKG', target, csv, ...points]);
  return (performance.now() - begin) / 1000;
}

class Importer {
  readonly #folder: string;
  readonly #store: Store;
  readonly #child: ChildProcess;

  private constructor(folder: string, store: Store, child: ChildProcess) {
    this.#folder = folder;
    this.#store = store;
    this.#child = child;
  }

  static async open(folder: string): Promise<Importer> {
    const imports = join(folder, 'imports');
    mkdirSync(imports, { recursive: true });
    const store = await openStore(folder, new Date(AT), FINGERPRINT_KEY);
    await seedStore(store, openGeodata('geodata/dist'));
    const child = fork('dist/server/import-child.js', {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=256', '--max-semi-space-size=16'],
    });
    const address = { dataDir: folder, databaseUrl: null };
    child.send({
      place: {
        address,
        folder: imports,
        lpKey: Buffer.alloc(32, 7).toString('base64'),
        fingerprintKey: FINGERPRINT_KEY,
        headerKey: 'k',
      },
    });
    return new Importer(imports, store, child);
  }

  #run(job: ImportJob): Promise<JobResult> {
    return new Promise((done, failed) => {
      const hear = (told: { kind: string; result: JobResult }): void => {
        if (told.kind !== 'done') return;
        this.#child.off('message', hear);
        done(told.result);
      };
      this.#child.on('message', hear);
      this.#child.setMaxListeners(0).once('exit', () => failed(new Error('the process of imports ended')));
      this.#child.send({ job });
    });
  }

  /** Seconds from the confirmation of a checked file to the commit that shows it. */
  async bring(csv: string, rows: number): Promise<number> {
    const { id } = await this.#store.imports.begin({ at: AT, userId: 'bench', worker: 'bench' });
    copyFileSync(csv, importFiles(this.#folder, id).upload);
    const read = await this.#run({ step: 'read', id });
    if (read.step !== 'read') throw new Error(JSON.stringify(read));
    const fields: readonly (ImportField | null)[] = read.read.proposed;
    const check = await this.#run({ step: 'check', id, fields });
    if (check.step !== 'check' || check.counts.accepted !== rows) throw new Error(JSON.stringify(check));
    const begin = performance.now();
    await this.#store.imports.leaveLog(true);
    const job = { step: 'write', id, fields, at: AT, userId: 'bench', leaveOutDuplicates: false } as const;
    const result = await this.#run(job);
    if (result.step !== 'write' || result.written !== rows) throw new Error(JSON.stringify(result));
    const audit: AuditEntry = {
      ...{ userId: 'bench', role: 'satgas', action: 'import_confirmed', subject: `import:${id}`, detail: {}, ip: null },
    };
    await this.#store.imports.change(id, ['reading'], { at: AT, state: 'visible', audit });
    const seconds = (performance.now() - begin) / 1000;
    await this.#run({ step: 'sweep' });
    await this.#store.imports.leaveLog(false);
    return seconds;
  }

  /** MB that the process held at most. */
  peakMegabytes(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  async close(): Promise<void> {
    this.#child.removeAllListeners('exit');
    this.#child.kill('SIGKILL');
    await this.#store.close();
  }
}

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The 99th percentile of the districts' answers, in ms, one at a time until `stop` says so. */
async function districts(url: string, stop: () => boolean): Promise<number> {
  const times: number[] = [];
  while (!stop()) {
    const begin = performance.now();
    await (await fetch(`${url}/kecamatan.geojson`)).arrayBuffer();
    times.push(performance.now() - begin);
    await sleep(2);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

/** A whole import through the built server, while others look at the map. */
async function besideTheMap(csv: string): Promise<readonly Figure[]> {
  const stallFile = join(mkdtempSync(join(tmpdir(), 'petarawan-stall-')), 'stalls.json');
  const server = await startServer({
    NODE_OPTIONS: `--import ${resolve('test/bench/stall-probe.mjs')}`,
    STALL_FILE: stallFile,
  });
  try {
    const { cookie } = await signInOn(server, 'satgas');
    const headers = { origin: server.url, cookie };
    const ask = async (method: string, path: string, body?: unknown) => {
      const json = { ...headers, 'content-type': 'application/json' };
      const init = body === undefined ? { method, headers } : { method, headers: json, body: JSON.stringify(body) };
      return (await (await fetch(server.url + path, init)).json()) as {
        id: string;
        state: string;
        columns: { field: string }[];
      };
    };
    const until = async (id: string, wanted: string): Promise<void> => {
      for (;;) {
        const { state } = await ask('GET', `/api/imports/${id}`);
        if (state === wanted) return;
        if (/refused|failed|cancelled/.test(state)) throw new Error(`the import ended as ${state}`);
        await sleep(250);
      }
    };
    const idleEnd = performance.now() + 4000;
    const idle = await districts(server.url, () => performance.now() > idleEnd);
    const before = (JSON.parse(readFileSync(stallFile, 'utf8')) as number[]).length;
    let done = false;
    const busy = districts(server.url, () => done);
    const upload = await fetch(`${server.url}/api/imports`, { method: 'POST', headers, body: readFileSync(csv) });
    const { id, columns } = (await upload.json()) as { id: string; columns: { field: string }[] };
    await ask('PUT', `/api/imports/${id}/columns`, { fields: columns.map(({ field }) => field) });
    await until(id, 'checked');
    await ask('POST', `/api/imports/${id}/confirm`, { duplicates: 'import' });
    await until(id, 'visible');
    // The log is moved and the counts are summed afterwards.
    await sleep(1500);
    done = true;
    const during = await busy;
    const stalls = (JSON.parse(readFileSync(stallFile, 'utf8')) as number[]).slice(before);
    return [
      atMost("districts' p99 during an import, against idle", during / idle, 3, '×'),
      atMost('longest stall of the event loop during an import', Math.max(...stalls), 50, 'ms'),
    ];
  } finally {
    await server.stop();
  }
}

export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'petarawan-import-'));
  const figures: Figure[] = [];
  const csvs = Array.from({ length: FILES_OF_A_MILLION }, (_, i) => join(folder, `${i}.csv`));
  for (const [i, csv] of csvs.entries()) writeFileSync(csv, incidentsCsv(ROWS, i + 1));
  const [first = ''] = csvs;
  try {
    const ratios: number[] = [];
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const importer = await Importer.open(join(folder, `single-${round}`));
      // What the process does first is slower; a smaller file before is what a day brings as well.
      const small = join(folder, 'small.csv');
      writeFileSync(small, incidentsCsv(5_000, 99));
      await importer.bring(small, 5_000);
      const theirs = ogr(folder, first);
      const ours = await importer.bring(first, ROWS);
      await importer.close();
      rmSync(join(folder, `single-${round}`), { recursive: true });
      ratios.push(theirs / ours);
      seconds.push(ours);
    }
    figures.push(atLeast('100,000 rows, against ogr2ogr', median(ratios), 1.5, '×'));
    const importer = await Importer.open(join(folder, 'million'));
    let total = 0;
    for (const csv of csvs) total += await importer.bring(csv, ROWS);
    figures.push(atLeast('a million rows, against that rate', (median(seconds) * csvs.length) / total, 0.7, '×'));
    figures.push(atMost('memory of the process of imports', importer.peakMegabytes(), 400, 'MB'));
    await importer.close();
    figures.push(...(await besideTheMap(first)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}
