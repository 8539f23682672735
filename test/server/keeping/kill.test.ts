import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../../domain/stats/random.ts';
import { DATABASE_FILE } from '../../../server/store/database-file.ts';
import { openStore } from '../../../server/store/open.ts';
import { beginBuilt, killGroup, MAIN, ready, signInBefore, startTimes } from '../fixture/built-server.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { freePort } from '../fixture/spawn-server.ts';

const KILLS = 100;

let folder: ReturnType<typeof temporaryFolder>;
let child: ChildProcess | null = null;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(async () => {
  if (child !== null) await killGroup(child);
  folder.remove();
});

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
    const { headers } = await signInBefore(dataDir, 'admin');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const random = seededRandom(20_261_124);
    const startsMs: number[] = [];
    const storesMs: number[] = [];
    const acknowledged: number[] = [];
    let next = 3_001;
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const server = beginBuilt(port, dataDir);
      child = server;
      const [readyMs, { storeMs }] = await Promise.all([ready(url), startTimes(server)]);
      startsMs.push(readyMs);
      storesMs.push(storeMs);
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
      await killGroup(server);
      next = (await writing) + 1;
    }
    if (child !== null) await killGroup(child);
    const store = await openStore(dataDir, new Date(), FINGERPRINT_KEY);
    expect(await store.audit.verify()).toMatchObject({ ok: true });
    await store.close();
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    startsMs.sort((a, b) => a - b);
    const median = startsMs[Math.floor(startsMs.length / 2)] ?? Number.POSITIVE_INFINITY;
    console.info(
      `${KILLS} kills, ${acknowledged.length} acknowledged writes, ready after ${Math.round(median)} ms ` +
        `(median; longest ${Math.round(startsMs.at(-1) ?? 0)} ms), its store after ${Math.max(...storesMs)} ms at the latest`,
    );
    // The log is read back and the file looked through, by the server's own clock: each time, not only mostly.
    expect(Math.max(...storesMs)).toBeLessThan(1_000);
    // From the beginning of the process on: mostly, as a busy machine begins a process late.
    expect(median).toBeLessThan(1_000);
  },
  180_000,
);
