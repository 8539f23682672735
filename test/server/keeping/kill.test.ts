import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../../domain/stats/random.ts';
import { DATABASE_FILE } from '../../../server/store/database-file.ts';
import { openStore } from '../../../server/store/open.ts';
import { BASE } from '../fixture/app.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { signInAs } from '../fixture/sign-in.ts';
import { freePort } from '../fixture/spawn-server.ts';

const SECRET = '07'.repeat(32);
const KILLS = 100;
const MAIN = 'dist/server/main.js';

let folder: ReturnType<typeof temporaryFolder>;
let child: ChildProcess | null = null;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(async () => {
  child?.kill('SIGKILL');
  folder.remove();
});

function begin(port: number, dataDir: string): ChildProcess {
  return spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, SECRET, BASE_URL: BASE, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  });
}

/** Milliseconds from its beginning until it answers. */
async function ready(url: string): Promise<number> {
  for (const start = performance.now(); performance.now() - start < 20_000; await sleep(5)) {
    const response = await fetch(`${url}/healthz`).catch(() => null);
    if (response?.ok) return performance.now() - start;
  }
  throw new Error('the server did not come up');
}

/** An admin with a session, made before any server runs; the headers of a request by them. */
async function signIn(dataDir: string): Promise<Readonly<Record<string, string>>> {
  const store = await openStore(dataDir, new Date(), FINGERPRINT_KEY);
  const accounts = { settings: { secret: Buffer.from(SECRET, 'hex') } };
  const session = await signInAs({ store, accounts: accounts as never }, 'admin', { begun: new Date() });
  await store.close();
  return session.headers;
}

interface Kept {
  readonly lines: readonly number[];
  readonly setting: number | null;
}

/** What the log and the setting say, by a connection that only reads. */
function keptIn(dataDir: string): Kept {
  const file = new Database(join(dataDir, DATABASE_FILE), { readonly: true });
  const details = file
    .prepare("select detail from audit where action = 'retention_changed' order by seq")
    .pluck()
    .all();
  const value = file.prepare("select value from setting where name = 'retention'").pluck().get();
  file.close();
  const numberOf = (text: unknown): number => {
    const { closedMonths, deletedDays } = JSON.parse(String(text));
    return closedMonths * 3_000 + deletedDays;
  };
  return { lines: details.map(numberOf), setting: value === undefined ? null : numberOf(value) };
}

/** Writes numbers one after another until the server is gone; calls back for each that was acknowledged. */
async function write(
  url: string,
  headers: Readonly<Record<string, string>>,
  from: number,
  acknowledged: (n: number) => void,
) {
  for (let n = from; ; n += 1) {
    const body = JSON.stringify({
      closedMonths: Math.floor(n / 3_000) || 1,
      deletedDays: n % 3_000 || 1,
      addressDays: 30,
    });
    const response = await fetch(`${url}/api/retention`, { method: 'PUT', headers, body }).catch(() => null);
    if (response === null) return n;
    // The status is read: the server has said that it is kept.
    if (response.status !== 200) throw new Error(`refused with ${response.status}: ${await response.text()}`);
    acknowledged(n);
    if ((await response.text().catch(() => null)) === null) return n + 1;
  }
}

it.skipIf(!existsSync(MAIN))(
  'killed a hundred times while it writes: nothing acknowledged is lost, nothing is half kept, ready again at once',
  async () => {
    const dataDir = join(folder.path, 'data');
    const headers = await signIn(dataDir);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const random = seededRandom(20_261_124);
    const startsMs: number[] = [];
    const acknowledged: number[] = [];
    let next = 3_001;
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const server = begin(port, dataDir);
      child = server;
      const exited = new Promise((resolve) => server.once('exit', resolve));
      startsMs.push(await ready(url));
      const { lines, setting } = keptIn(dataDir);
      expect(lines.filter((n, i) => i > 0 && n <= (lines[i - 1] ?? 0))).toEqual([]);
      const there = new Set(lines);
      expect(acknowledged.filter((n) => !there.has(n))).toEqual([]);
      expect(setting).toBe(lines.at(-1) ?? null);
      if (kill === KILLS) break;
      // The account library is loaded by the first who signed in.
      expect((await fetch(`${url}/api/retention`, { headers })).status).toBe(200);
      const writing = write(url, headers, next, (n) => acknowledged.push(n));
      await sleep(5 + 60 * random());
      server.kill('SIGKILL');
      await exited;
      next = (await writing) + 1;
    }
    child?.kill('SIGKILL');
    const store = await openStore(dataDir, new Date(), FINGERPRINT_KEY);
    expect(await store.audit.verify()).toMatchObject({ ok: true });
    await store.close();
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    startsMs.sort((a, b) => a - b);
    const median = startsMs[Math.floor(startsMs.length / 2)] ?? Number.POSITIVE_INFINITY;
    console.info(
      `${KILLS} kills, ${acknowledged.length} acknowledged writes, ready after ${Math.round(median)} ms ` +
        `(median; longest ${Math.round(startsMs.at(-1) ?? 0)} ms)`,
    );
    expect(median).toBeLessThan(1_000);
  },
  180_000,
);
