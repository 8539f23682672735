import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../server/importing/import-desk.ts';
import { KEPT_MS } from '../../../server/importing/import-limits.ts';
import { openImportProcess } from '../../../server/importing/import-process.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { BASE, openTestApp, type TestApp } from '../fixture/app.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { signInAs, type TestSession } from '../fixture/sign-in.ts';
import { goodWorkbook, hostileFile, seeded } from './hostile-files.ts';
import { csvOf, LP_KEY, TYPESCRIPT } from './house.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
const root = temporaryFolder();
const folder = join(root.path, 'imports');
const log = pino({ level: 'silent' });

let store: Store;
let desk: ImportDesk;
let app: TestApp;
let satgas: TestSession;

function openDesk(now = NOW): Promise<ImportDesk> {
  const address = { dataDir: root.path, databaseUrl: null };
  const process = openImportProcess(
    { address, folder, lpKey: LP_KEY, fingerprintKey: FINGERPRINT_KEY, headerKey: 'k' },
    { execArgv: TYPESCRIPT },
  );
  return openImportDesk({ store, folder, process, now: () => now, log, alone: true });
}

beforeAll(async () => {
  store = await openStore(root.path, new Date(0), FINGERPRINT_KEY);
  desk = await openDesk();
  app = await openTestApp({ store, imports: desk });
  satgas = await signInAs(app, 'satgas');
});
afterAll(async () => {
  desk.close();
  await app.close();
  root.remove();
});

/** The made-up city has one kelurahan from 10 to 10.5 degrees. */
const point = (i: number) => ({ longitude: (10.1 + (i % 300) / 1000).toFixed(4), latitude: '0.5' });
const fileOf = (rows: number, month = '2025-03'): string =>
  csvOf(Array.from({ length: rows }, (_, i) => ({ month, day: String((i % 28) + 1), ...point(i) })));

interface Json {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly state: string;
  readonly columns: readonly { readonly field: string | null }[];
}

async function ask(method: string, path: string, body?: unknown, raw = false) {
  const init: RequestInit = { method, headers: satgas.headers };
  if (body !== undefined) init.body = raw ? (body as BodyInit) : JSON.stringify(body);
  const response = await app.app.request(`${BASE}${path}`, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, text, body: (isJson ? JSON.parse(text) : {}) as Json, headers: response.headers };
}

const upload = (content: string | Uint8Array) => ask('POST', '/api/imports', content, true);

async function until(id: string, states: readonly string[]): Promise<Json> {
  for (;;) {
    const { body } = await ask('GET', `/api/imports/${id}`);
    if (states.includes(body.state)) return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function check(content: string | Uint8Array): Promise<Json> {
  const { status, body } = await upload(content);
  expect(status).toBe(201);
  const fields = body.columns.map(({ field }) => field);
  expect((await ask('PUT', `/api/imports/${body.id}/columns`, { fields })).status).toBe(202);
  return until(body.id, ['checked', 'refused', 'failed']);
}

const list = async () =>
  (
    await store.incidents.list({
      ...{ role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null },
      ...{ limit: 10_000, after: null, deleted: false },
    })
  ).records.length;
const filesOf = (id: string) => readdirSync(folder).filter((name) => name.startsWith(`${id}.`));

describe('POST /api/imports to the end', () => {
  it('takes a file, tries it without writing, writes it and deletes it', async () => {
    const before = await list();
    const checked = await check(fileOf(1500));
    expect(checked).toMatchObject({
      state: 'checked',
      counts: { rows: 1500, accepted: 1500, rejected: 0, written: 0 },
    });
    expect(await list()).toBe(before);
    expect(filesOf(checked.id).length).toBeGreaterThan(0);
    for (const name of filesOf(checked.id)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const page = await ask('GET', `/api/imports/${checked.id}/report?kind=accepted&page=14`);
    expect(page.body.rows).toHaveLength(100);

    expect((await ask('POST', `/api/imports/${checked.id}/confirm`, { duplicates: 'import' })).status).toBe(202);
    const done = await until(checked.id, ['visible', 'failed']);
    expect(done).toMatchObject({ state: 'visible', counts: { written: 1500 } });
    expect(await list()).toBe(before + 1500);
    expect(filesOf(checked.id)).toEqual([]);
    const lines = await store.audit.rows({ before: null, limit: 10, action: 'import_confirmed', userId: null });
    expect(lines[0]).toMatchObject({ subject: `import:${checked.id}`, userId: satgas.userId });

    // The same file again: nothing changes.
    const again = await check(fileOf(1500));
    expect(again.counts).toMatchObject({ same: 1500 });
    await ask('POST', `/api/imports/${again.id}/confirm`, { duplicates: 'import' });
    expect(await until(again.id, ['visible', 'failed'])).toMatchObject({ counts: { written: 0, same: 1500 } });
    expect(await list()).toBe(before + 1500);
    // Confirmed once is confirmed.
    const twice = await ask('POST', `/api/imports/${again.id}/confirm`, { duplicates: 'import' });
    expect([twice.status, twice.body.code]).toEqual([409, 'conflict']);
  });

  it('remembers the columns of a header', async () => {
    const text = fileOf(1).replace('stage', 'column_x');
    const first = await upload(text);
    const fields = first.body.columns.map(({ field }) => field ?? 'stage');
    await ask('PUT', `/api/imports/${first.body.id}/columns`, { fields });
    expect(await until(first.body.id, ['checked', 'refused'])).toMatchObject({ counts: { accepted: 1 } });
    const second = await upload(text);
    expect(second.body.columns.map(({ field }) => field)).toEqual(fields);
    for (const { body } of [first, second]) await ask('POST', `/api/imports/${body.id}/cancel`, {});
  });

  it('lists rejected rows by codes only', async () => {
    const checked = await check(
      csvOf([
        { ...point(0), lp_number: '0812-3456-7890' },
        { ...point(0), acts: '=1+1' },
      ]),
    );
    const { text, headers } = await ask('GET', `/api/imports/${checked.id}/rejects.csv`);
    expect(text).toBe('row,field,code\n2,lp_number,identity_phone\n3,acts,unknown_code\n');
    expect(headers.get('content-disposition')).toContain('attachment');
    const report = await ask('GET', `/api/imports/${checked.id}/report?kind=rejected`);
    expect(report.text).not.toContain('0812');
    await ask('POST', `/api/imports/${checked.id}/cancel`, {});
  });

  it('cancelled while it writes leaves nothing to be seen and nothing behind', async () => {
    const before = await list();
    const checked = await check(fileOf(20_000, '2025-04'));
    await ask('POST', `/api/imports/${checked.id}/confirm`, { duplicates: 'import' });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { status, body } = await ask('POST', `/api/imports/${checked.id}/cancel`, {});
    expect([status, body.state]).toEqual([200, 'cancelled']);
    expect(await list()).toBe(before);
    expect(filesOf(checked.id)).toEqual([]);
    // In the background.
    await expect.poll(() => store.imports.isUntidy(), { timeout: 20_000, interval: 100 }).toBe(false);
    expect(await list()).toBe(before);
  });
});

describe('POST /api/imports refuses', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n', 415, 'wrong_type', 'wrong_type'],
    ['nothing', '', 422, 'invalid_fields', 'empty'],
    ['a column of names', 'nama_korban,month\nx,2025-01', 422, 'identity_refused', 'identity_column'],
    [
      'a table of 65 columns and more',
      `${Array.from({ length: 99 }, (_, i) => `c${i}`)}\n1`,
      413,
      'too_large',
      'too_many_columns',
    ],
    ['deep JSON', '['.repeat(1000), 422, 'invalid_fields', 'nested_too_deep'],
  ])('%s with its reason and the place', async (_what, content, status, code, reason) => {
    const answer = await upload(content);
    expect([answer.status, answer.body.code, answer.body.reason]).toEqual([status, code, reason]);
    expect(answer.body.fields).toEqual([expect.objectContaining({ field: expect.any(String) })]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('more than 50 MB, said or not', async () => {
    const said = await app.app.request(`${BASE}/api/imports`, {
      method: 'POST',
      headers: { ...satgas.headers, 'content-length': '50000001' },
      body: 'x',
    });
    expect(said.status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream({
      pull: (stream) => {
        sent += 1;
        stream.enqueue(new Uint8Array(1_000_000).fill(0x41));
      },
    });
    const request = new Request(`${BASE}/api/imports`, {
      method: 'POST',
      headers: satgas.headers,
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await app.app.request(request)).status).toBe(413);
    expect(sent).toBeLessThan(60);
  });

  it('an eleventh that waits', async () => {
    const waiting: string[] = [];
    for (;;) {
      const { status, body } = await upload(fileOf(1));
      if (status === 429) break;
      waiting.push(body.id);
      expect(waiting.length).toBeLessThanOrEqual(10);
    }
    for (const id of waiting) await ask('POST', `/api/imports/${id}/cancel`, {});
    expect(readdirSync(folder)).toEqual([]);
  });

  it('300 malformed files with an answer of 201 or 4xx', async () => {
    const random = seeded(7);
    const good = await goodWorkbook();
    const seen = new Set<number>();
    for (let i = 0; i < 300; i += 1) {
      const { status, body } = await upload(hostileFile(random, good));
      seen.add(status);
      if (status === 201) await ask('POST', `/api/imports/${body.id}/cancel`, {});
      else expect(body.fields).toEqual(expect.arrayContaining([expect.objectContaining({ code: expect.any(String) })]));
    }
    expect([...seen].filter((status) => status !== 201 && (status < 400 || status > 499))).toEqual([]);
    expect(seen.size).toBeGreaterThan(2);
  });

  it('columns that are not fields, or without a needed one', async () => {
    const { body } = await upload(fileOf(1));
    const fields = body.columns.map(({ field }) => field);
    const put = (given: unknown) => ask('PUT', `/api/imports/${body.id}/columns`, { fields: given });
    expect((await put(fields.slice(1))).status).toBe(422);
    expect((await put(fields.map(() => 'month'))).status).toBe(422);
    expect((await put(fields.map(() => 'name'))).status).toBe(422);
    expect((await put(fields.map((field) => (field === 'month' ? null : field)))).body.code).toBe('invalid_fields');
    await ask('POST', `/api/imports/${body.id}/cancel`, {});
  });

  it.each([
    ['GET', '/api/imports/999'],
    ['POST', '/api/imports/999/cancel'],
    ['GET', '/api/imports/..%2F..%2Fsecret/report'],
    ['GET', '/api/imports/1e3/rejects.csv'],
  ])('%s %s: there is none', async (method, path) => {
    expect((await ask(method, path, method === 'POST' ? {} : undefined)).status).toBe(404);
  });
});

describe('the templates', () => {
  it.each(['csv', 'xlsx'])('template.%s is a file that can be brought', async (kind) => {
    const response = await app.app.request(`${BASE}/api/imports/template.${kind}`, { headers: satgas.headers });
    const { status, body } = await upload(new Uint8Array(await response.arrayBuffer()));
    expect(status).toBe(201);
    // Its areas are those of the real city; here every column is known.
    expect(body.columns.filter(({ field }) => field === null)).toEqual([]);
    await ask('POST', `/api/imports/${body.id}/cancel`, {});
  });
});

describe('a new start', () => {
  it('ends what was being written, forgets what nobody confirmed for a day, and deletes strange files', async () => {
    const waiting = (await upload(fileOf(1))).body.id;
    const old = await store.imports.begin({ at: NOW.toISOString(), userId: 'u', worker: 'another' });
    await store.imports.change(old.id, ['reading'], { at: NOW.toISOString(), state: 'writing' });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '999.upload'), 'x');
    (await openDesk()).close();
    expect((await store.imports.get(old.id))?.state).toBe('failed');
    expect((await store.imports.get(old.id))?.reason?.code).toBe('interrupted');
    expect(existsSync(join(folder, '999.upload'))).toBe(false);
    expect(filesOf(waiting).length).toBeGreaterThan(0);
    (await openDesk(new Date(NOW.getTime() + KEPT_MS + 1000))).close();
    expect((await store.imports.get(waiting))?.reason?.code).toBe('expired');
    expect(filesOf(waiting)).toEqual([]);
  });
});
