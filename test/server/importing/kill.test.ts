import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGeodata } from '../../../server/geodata-files.ts';
import { importFiles } from '../../../server/importing/import-files.ts';
import type { ImportJob, ImportPlace, JobResult } from '../../../server/importing/import-job.ts';
import { seedStore } from '../../../server/services/seed.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { type BundledChild, bundleChild } from './bundled-child.ts';
import { csvOf, LP_KEY } from './house.ts';
import { SEEN, visibleCases } from './visible-cases.ts';

const KILLS = 100;
const ROWS = 4_000;
const NOW = '2026-11-24T00:00:00.000Z';
const root = temporaryFolder();

let child: BundledChild;
beforeAll(async () => {
  child = await bundleChild();
}, 120_000);
afterAll(() => {
  child?.remove();
  root.remove();
});

/** Other cases for each variant. */
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
const FIELDS = [
  ...['month', 'day', 'acts', 'means', 'purposes', 'source', 'stage', 'platforms', 'victims', 'suspects'],
  ...['child_involved', 'lp_number', 'place1_role', 'place1_precision', 'place1_area'],
  ...['place1_longitude', 'place1_latitude'],
] as Extract<ImportJob, { step: 'write' }>['fields'];

function placeOf(dataDir: string): ImportPlace {
  const folder = join(dataDir, 'imports');
  mkdirSync(folder, { recursive: true });
  return {
    address: { dataDir, databaseUrl: null },
    folder,
    lpKey: LP_KEY,
    fingerprintKey: FINGERPRINT_KEY,
    headerKey: 'k',
  };
}

/** The store of a folder with the city in it. */
async function openSeeded(dataDir: string): Promise<Store> {
  const store = await openStore(dataDir, new Date(NOW), FINGERPRINT_KEY);
  await seedStore(store, openGeodata('geodata/dist'));
  return store;
}

function start(place: ImportPlace): ChildProcess {
  const begun = fork(child.path, {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  begun.send({ place });
  return begun;
}

/** The result of a job, or null when the process was killed before it said so. */
function resultOf(worker: ChildProcess, job: ImportJob): Promise<JobResult | null> {
  return new Promise((resolve) => {
    worker.on('message', (told: { kind: string; result: JobResult }) => told.kind === 'done' && resolve(told.result));
    worker.on('exit', () => resolve(null));
    worker.send({ job });
  });
}

async function beginWrite(
  store: Store,
  place: ImportPlace,
  variant: number,
): Promise<Extract<ImportJob, { step: 'write' }>> {
  const { id } = await store.imports.begin({ at: NOW, userId: 'u', worker: 'w' });
  writeFileSync(importFiles(place.folder, id).rows, fileOf(variant));
  await store.imports.change(id, ['reading'], { at: NOW, state: 'writing' });
  return { step: 'write', id, fields: FIELDS, at: NOW, userId: 'u', leaveOutDuplicates: false };
}

/**
 * A new opening of the folder, as after a crash: how long it takes until it answers, and what is seen. A store of this
 * size is read whole (`integrity_check`) before it opens, and one that is damaged does not open.
 */
async function lookAfterwards(dataDir: string) {
  const begin = performance.now();
  const reopened = await openStore(dataDir, new Date(NOW), FINGERPRINT_KEY);
  await reopened.ping();
  const openMs = performance.now() - begin;
  await reopened.close();
  const file = new Database(join(dataDir, 'petarawan.sqlite'));
  const kept = visibleCases(file, 1);
  const hidden = file.prepare(`select count(*) from import_block where not ${SEEN}`).pluck().get();
  file.close();
  return { ...kept, openMs, hiddenCommits: Number(hidden) };
}

it(`killed ${KILLS} times while it writes, loses nothing that was confirmed and shows no half of the rest`, async () => {
  // What a whole import looks like, and how long it takes.
  const clean = join(root.path, 'clean');
  const reference = await openSeeded(clean);
  const cleanPlace = placeOf(clean);
  const worker = start(cleanPlace);
  await resultOf(worker, { step: 'sweep' });
  const whole = await beginWrite(reference, cleanPlace, 0);
  const begin = performance.now();
  expect(await resultOf(worker, whole)).toMatchObject({ step: 'write', written: ROWS });
  const typicalMs = performance.now() - begin;
  await reference.imports.change(whole.id, ['writing'], { at: NOW, state: 'visible' });
  worker.kill('SIGKILL');
  await reference.close();
  const { openMs: _, ...expected } = await lookAfterwards(clean);
  expect(expected).toMatchObject({ incidents: ROWS, places: ROWS, counts: ROWS });

  const dataDir = join(root.path, 'killed');
  const place = placeOf(dataDir);
  const store = await openSeeded(dataDir);
  const watcher = new Database(join(dataDir, 'petarawan.sqlite'), { readonly: true });
  const commits = watcher.prepare('select count(*) from import_block where import_seq = ?').pluck();
  let [acknowledged, completed, half, slowestMs, state] = [0, 0, 0, 0, 1];
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const doomed = start(place);
    const exited = new Promise((resolve) => doomed.once('exit', resolve));
    // What was left is swept first, as after a start of the server.
    await resultOf(doomed, { step: 'sweep' });
    // The same file again until it is whole, then another.
    const job = await beginWrite(store, place, completed);
    const running = resultOf(doomed, job);
    let ended = false;
    void running.then(() => {
      ended = true;
    });
    // At any moment, or at any moment after the first commit.
    if (kill % 2 === 0) await sleep(random() * typicalMs);
    else {
      while (!ended && Number(commits.get(Number(job.id))) === 0) await sleep(1);
      await sleep((random() * typicalMs) / 4);
    }
    doomed.kill('SIGKILL');
    const [result] = await Promise.all([running, exited]);
    const complete = result?.step === 'write';
    if (complete) {
      acknowledged += result.written;
      completed += 1;
    }
    await store.imports.change(job.id, ['writing'], { at: NOW, state: complete ? 'visible' : 'failed' });
    const now = await lookAfterwards(dataDir);
    slowestMs = Math.max(slowestMs, now.openMs);
    expect([now.incidents, now.places, now.counts], `kill ${kill}`).toEqual([acknowledged, acknowledged, acknowledged]);
    if (now.hiddenCommits > 0) half += 1;
  }
  watcher.close();
  // Some kills came while rows were being written: else nothing was tried.
  expect(half).toBeGreaterThan(KILLS / 5);
  expect(slowestMs).toBeLessThan(1000);

  // Sent again, what was broken off is there once and whole, and what was whole stays as it was.
  const last = start(place);
  await resultOf(last, { step: 'sweep' });
  for (const variant of [completed, completed, 0]) {
    const job = await beginWrite(store, place, variant);
    const result = await resultOf(last, job);
    const fresh = variant === completed && acknowledged === completed * ROWS;
    expect(result).toMatchObject({ step: 'write', written: fresh ? ROWS : 0, same: fresh ? 0 : ROWS });
    if (fresh) acknowledged += ROWS;
    await store.imports.change(job.id, ['writing'], { at: NOW, state: 'visible' });
  }
  last.kill('SIGKILL');
  await store.close();
  const again = await lookAfterwards(dataDir);
  expect(again.openMs).toBeLessThan(1000);
  expect(again.incidents).toBe((completed + 1) * ROWS);
  expect(again.hiddenCommits).toBe(0);
  expect(again.checksum).toBe(expected.checksum);
}, 300_000);
