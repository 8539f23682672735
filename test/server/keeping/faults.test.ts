import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFault } from '../../../server/fault.ts';
import { DATABASE_FILE } from '../../../server/store/database-file.ts';
import { openStore } from '../../../server/store/open.ts';
import { openTestApp, type TestApp } from '../fixture/app.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { signInAs, type TestSession } from '../fixture/sign-in.ts';
import { expectProblem } from '../problem-shape.ts';
import { smallDisk } from './small-disk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
let admin: TestSession;
let undo: (() => void)[] = [];

async function openAt(dataDir: string): Promise<void> {
  app = await openTestApp({ store: await openStore(dataDir, new Date(0), FINGERPRINT_KEY), keeping: { dataDir } });
  admin = await signInAs(app, 'admin');
}

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await app.close();
  for (const step of undo.splice(0).reverse()) step();
  folder.remove();
  undo = [];
});

/** One write with its audit line. */
const write = (deletedDays: number) =>
  app.app.request('/api/retention', {
    method: 'PUT',
    headers: admin.headers,
    body: JSON.stringify({ closedMonths: null, deletedDays, addressDays: 30 }),
  });

const readsOf = ['/api/retention', '/api/edition', '/healthz', '/kelurahan.geojson'];

/** Reads are answered, each within the bound, while something else is wrong. */
async function expectReads(): Promise<void> {
  for (const path of readsOf) {
    const begin = performance.now();
    const response = await app.app.request(path, { headers: admin.headers });
    expect(response.status, path).toBe(200);
    // A hung store would take 5 s; a busy machine takes tens of milliseconds.
    expect(performance.now() - begin, path).toBeLessThan(1_000);
  }
}

/** What was kept is whole: setting and log agree, and the file is sound. */
async function expectKept(deletedDays: number | null, lines: number): Promise<void> {
  expect((await app.store.settings.retention())?.deletedDays ?? null).toBe(deletedDays);
  expect(await app.store.audit.verify()).toMatchObject({ ok: true, rows: lines });
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(app.store.accounts.database);
  expect(check.rows).toEqual([{ integrity_check: 'ok' }]);
}

describe('a lock that another program holds', () => {
  let other: Database.Database;
  beforeEach(async () => {
    await openAt(folder.path);
    other = new Database(join(folder.path, DATABASE_FILE));
    undo.push(() => other.close());
    other.exec('begin immediate');
  });

  it('for ten seconds: 503 after five, reads are answered meanwhile, nothing is half written', async () => {
    const begin = performance.now();
    const waiting = write(10);
    const second = write(11);
    await sleep(100);
    await expectReads();
    await expectProblem(await waiting, 'store_busy');
    await expectProblem(await second, 'store_busy');
    expect(performance.now() - begin).toBeGreaterThan(4_900);
    expect(performance.now() - begin).toBeLessThan(9_000);
    await expectReads();
    other.exec('rollback');
    await expectKept(null, 0);
    expect((await write(12)).status).toBe(200);
    await expectKept(12, 1);
  });

  it('for a moment: the write waits and is kept, and the event loop never stood still', async () => {
    const waiting = write(10);
    let longest = 0;
    for (let last = performance.now(), i = 0; i < 50; i += 1) {
      await sleep(10);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    other.exec('rollback');
    expect((await waiting).status).toBe(200);
    await expectKept(10, 1);
    // SQLite's own wait of 5 s would show here.
    expect(longest).toBeLessThan(1_000);
  });
});

/** Writes until one is refused: the value of the last that was kept, and the answer that was not 200. */
async function writeUntilRefused(): Promise<{ readonly kept: number; readonly refused: Response }> {
  for (let value = 1; value <= 3_650; value += 1) {
    const response = await write(value);
    if (response.status !== 200) return { kept: value - 1, refused: response };
  }
  throw new Error('the disk never was full');
}

describe('a full disk', () => {
  it('as SQLite says it: 507, what was acknowledged is kept, and it goes on when there is room', async () => {
    await openAt(folder.path);
    const db = app.store.accounts.database;
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 8}`).execute(db);
    const { kept, refused } = await writeUntilRefused();
    await expectProblem(refused, 'store_full');
    expect(kept).toBeGreaterThan(5);
    await expectReads();
    await expectKept(kept, kept);
    await sql.raw('pragma max_page_count = 1000000').execute(db);
    expect((await write(3_000)).status).toBe(200);
    await expectKept(3_000, kept + 1);
  });

  it('that is really full', async (context) => {
    const disk = smallDisk(3_000);
    if (disk === null) return context.skip('no file system may be mounted here');
    undo.push(disk.remove);
    await openAt(disk.path);
    const filler = join(disk.path, 'filler');
    for (let kilobytes = 2_900; ; kilobytes -= 20) {
      try {
        writeFileSync(filler, Buffer.alloc(kilobytes * 1024));
        break;
      } catch {
        rmSync(filler, { force: true });
      }
    }
    const { kept, refused } = await writeUntilRefused();
    await expectProblem(refused, 'store_full');
    await expectReads();
    await expectKept(kept || null, kept);
    rmSync(filler);
    expect((await write(3_000)).status).toBe(200);
    await expectKept(3_000, kept + 1);
  });
});

describe('a store that may only be read', () => {
  it('while the server runs: 503, reads go on', async () => {
    await openAt(folder.path);
    expect((await write(5)).status).toBe(200);
    await sql.raw('pragma query_only = 1').execute(app.store.accounts.database);
    await expectProblem(await write(6), 'store_busy');
    await expectReads();
    await sql.raw('pragma query_only = 0').execute(app.store.accounts.database);
    await expectKept(5, 1);
  });

  it('at a start: one line', async (context) => {
    await openAt(folder.path);
    const disk = smallDisk(3_000);
    if (disk === null) return context.skip('no file system may be mounted here');
    undo.push(disk.remove);
    await (await openStore(disk.path, new Date(0), FINGERPRINT_KEY)).close();
    disk.readOnly();
    const fault = await openStore(disk.path, new Date(0), FINGERPRINT_KEY).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StartFault);
    expect((fault as StartFault).lines).toEqual([expect.stringMatching(/may not be written|cannot be written/)]);
  });
});
