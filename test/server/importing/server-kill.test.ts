import { type ChildProcess, execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../../domain/stats/random.ts';
import { DATABASE_FILE } from '../../../server/store/database-file.ts';
import { beginBuilt, killGroup, MAIN, ready, signInBefore } from '../fixture/built-server.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { freePort } from '../fixture/spawn-server.ts';
import { csvOf } from './house.ts';
import { SEEN, visibleCases } from './visible-cases.ts';

const ROWS = 12_000;
/** In which state of an import the server is killed; within it at a moment by the seed. */
const MOMENTS = ['reading', 'checking', 'writing', 'writing', 'writing'] as const;

let folder: ReturnType<typeof temporaryFolder>;
let server: ChildProcess | null = null;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(async () => {
  if (server !== null) await killGroup(server);
  folder.remove();
});

/** Other cases for each variant, by the day. */
const fileOf = (variant: number): string =>
  csvOf(
    Array.from({ length: ROWS }, (_, i) => ({
      month: `202${i % 6}-${String((i % 12) + 1).padStart(2, '0')}`,
      day: String((variant % 28) + 1),
      source: i % 2 === 0 ? 'lp_a' : 'media',
      longitude: (116.82 + (i % 97) * 0.0002).toFixed(5),
      latitude: (-1.26 + (i % 89) * 0.0002).toFixed(5),
    })),
  );
const BY_FORM = JSON.stringify({
  ...{ month: '2026-01', day: null, acts: ['recruit'], means: [], purposes: [], source: 'lp_b', stage: 'lp' },
  ...{ platforms: [], victims: '1', suspects: '1', childInvolved: 'no', lpNumber: null },
  places: [{ role: 'rescue', precision: 'kecamatan', areaCode: '64.71.05', point: null }],
});

type Ask = (method: string, path: string, body?: string) => Promise<{ readonly status: number; readonly text: string }>;

function asker(url: string, headers: Readonly<Record<string, string>>): Ask {
  return async (method, path, body) => {
    const response = await fetch(url + path, { method, headers, body: body ?? null });
    return { status: response.status, text: await response.text() };
  };
}

/** Brings a file to its end; answers whether the server said that it is visible. Rejects when the server is gone. */
async function bring(ask: Ask, file: string): Promise<{ readonly written: number; readonly same: number }> {
  const until = async (id: string, state: string) => {
    for (;;) {
      const record = JSON.parse((await ask('GET', `/api/imports/${id}`)).text);
      if (record.state === state) return record;
      if (/refused|failed|cancelled/.test(record.state)) throw new Error(`the import ended as ${record.state}`);
      await sleep(10);
    }
  };
  const { id, columns } = JSON.parse((await ask('POST', '/api/imports', file)).text);
  const fields = columns.map(({ field }: { field: string | null }) => field);
  await ask('PUT', `/api/imports/${id}/columns`, JSON.stringify({ fields }));
  await until(id, 'checked');
  await ask('POST', `/api/imports/${id}/confirm`, JSON.stringify({ duplicates: 'import' }));
  return (await until(id, 'visible')).counts;
}

/** Records cases by the form until the server is gone; calls back for each that was acknowledged. */
async function record(ask: Ask, acknowledged: () => void): Promise<void> {
  for (;;) {
    const answer = await ask('POST', '/api/incidents', BY_FORM).catch(() => null);
    if (answer === null) return;
    if (answer.status !== 201) throw new Error(`refused with ${answer.status}: ${answer.text}`);
    acknowledged();
    await sleep(20);
  }
}

/** The store as the crash left it, opened as a copy: the server that comes next finds everything as it was. */
function lookAt(dataDir: string, copy: string) {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  for (const end of ['', '-wal']) {
    const from = join(dataDir, DATABASE_FILE + end);
    if (existsSync(from)) copyFileSync(from, join(copy, DATABASE_FILE + end));
  }
  const file = new Database(join(copy, DATABASE_FILE));
  const seen = visibleCases(file, 1);
  const byForm = Number(file.prepare('select count(*) from incident where import_seq = 0').pluck().get());
  const hidden = Number(file.prepare(`select count(*) from import_block where not ${SEEN}`).pluck().get());
  const visible = Number(file.prepare("select count(*) from import where state = 'visible'").pluck().get());
  const whole = file.pragma('integrity_check', { simple: true });
  file.close();
  return { ...seen, byForm, hidden, visible, whole };
}

/** Processes of a group that still run; one that was ended and that nobody asked about runs no more. */
function runningIn(group: number): readonly string[] {
  const lines = execFileSync('ps', ['-e', '-o', 'pgid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => line.trim()).filter((line) => line.startsWith(`${group} `) && !/ Z/.test(line));
}

it.skipIf(!existsSync(MAIN))(
  `the server and its import killed together, ${MOMENTS.length} times: nothing half seen, nothing acknowledged lost`,
  async () => {
    const dataDir = join(folder.path, 'data');
    const copy = join(folder.path, 'copy');
    const { headers } = await signInBefore(dataDir, 'satgas');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const ask = asker(url, headers);
    const random = seededRandom(20_261_124);
    const [files, database] = [join(dataDir, 'imports'), join(dataDir, DATABASE_FILE)];
    const start = async (): Promise<ChildProcess> => {
      server = beginBuilt(port, dataDir);
      await ready(url);
      return server;
    };
    let [byForm, brought, half] = [0, 0, 0];
    let running = await start();
    for (const moment of MOMENTS) {
      const watcher = new Database(database, { readonly: true });
      const state = watcher.prepare('select state from import order by seq desc limit 1').pluck();
      const commits = watcher.prepare(`select count(*) from import_block where not ${SEEN}`).pluck();
      const before = Number(watcher.prepare('select count(*) from import').pluck().get());
      const count = watcher.prepare('select count(*) from import').pluck();
      let said = false;
      const bringing = bring(ask, fileOf(brought)).then(
        () => {
          said = true;
        },
        () => {},
      );
      const recording = record(ask, () => {
        byForm += 1;
      });
      const reached = () => Number(count.get()) > before && (state.get() === moment || said);
      while (!reached() || (moment === 'writing' && Number(commits.get()) === 0 && !said)) await sleep(1);
      await sleep(random() * 100);
      watcher.close();
      const { pid = 0 } = running;
      await killGroup(running);
      await Promise.all([bringing, recording]);
      // The process of the import is gone as well: else it would go on writing.
      await expect.poll(() => runningIn(pid)).toEqual([]);

      const left = lookAt(dataDir, copy);
      expect(left.whole).toBe('ok');
      if (left.hidden > 0) half += 1;
      // One more of each may have been kept without its answer having arrived.
      expect(left.byForm - byForm, moment).toBeOneOf([0, 1]);
      expect(left.visible - brought, moment).toBeOneOf(said ? [1] : [0, 1]);
      [byForm, brought] = [left.byForm, left.visible];
      const all = byForm + brought * ROWS;
      expect([left.incidents, left.places, left.counts], moment).toEqual([all, all, all]);

      running = await start();
      const { imports } = JSON.parse((await ask('GET', '/api/imports')).text);
      const waiting = new Set<string>();
      for (const one of imports) {
        expect(one.state, moment).toMatch(/^(visible|failed|mapping|checked)$/);
        if (/mapping|checked/.test(one.state)) waiting.add(one.id);
      }
      expect(readdirSync(files).filter((name) => !waiting.has(name.split('.')[0] ?? ''))).toEqual([]);
      for (const id of waiting) await ask('POST', `/api/imports/${id}/cancel`, '{}');
    }
    // Some kills came between two commits: else nothing was tried.
    expect(half).toBeGreaterThanOrEqual(2);

    // Sent again it is there once and whole, and what was whole stays as it was.
    expect(await bring(ask, fileOf(brought))).toMatchObject({ written: ROWS, same: 0 });
    expect(await bring(ask, fileOf(brought))).toMatchObject({ written: 0, same: ROWS });
    await expect.poll(() => readdirSync(files), { timeout: 5_000 }).toEqual([]);
    await expect.poll(() => lookAt(dataDir, copy).hidden, { timeout: 5_000 }).toBe(0);
    if (brought > 0) expect(await bring(ask, fileOf(0))).toMatchObject({ written: 0, same: ROWS });
    const broken = lookAt(dataDir, copy);
    expect(broken.incidents).toBe(byForm + (brought + 1) * ROWS);
    await killGroup(running);

    // A server that nobody killed gives the same cases.
    const clean = join(folder.path, 'clean');
    const other = asker(url, (await signInBefore(clean, 'satgas')).headers);
    running = beginBuilt(port, clean);
    server = running;
    await ready(url);
    expect(await bring(other, fileOf(0))).toMatchObject({ written: ROWS });
    expect(broken.checksum).toBe(lookAt(clean, copy).checksum);
    await killGroup(running);
  },
  90_000,
);
