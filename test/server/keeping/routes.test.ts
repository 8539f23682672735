import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../fixture/app.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { signInAs, type TestSession } from '../fixture/sign-in.ts';
import { expectProblem } from '../problem-shape.ts';

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
let admin: TestSession;

beforeEach(async () => {
  folder = temporaryFolder();
  app = await openTestApp({
    keeping: {
      dataDir: folder.path,
      backup: async (target) => {
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, 'copy');
        return { bytes: 4 };
      },
    },
  });
  admin = await signInAs(app, 'admin');
});
afterEach(async () => {
  await app.close();
  folder.remove();
});

const ask = (method: string, path: string, body?: unknown, session = admin) =>
  app.app.request(path, {
    method,
    headers: session.headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function actions(): Promise<readonly string[]> {
  const rows = await app.store.audit.rows({ before: null, limit: 100, action: null, userId: null });
  return rows.map(({ action }) => action);
}

describe('/api/audit', () => {
  it('pages through the log with names of users, and notes that it was read', async () => {
    for (let i = 0; i < 5; i += 1) {
      await app.store.audit.append({
        ...{ userId: admin.userId, role: 'admin', ip: '192.0.2.1', subject: null },
        action: 'user_changed',
        detail: { i },
      });
    }
    const first = await (await ask('GET', '/api/audit?limit=3')).json();
    expect(first.rows.map(({ action }: { action: string }) => action)).toEqual([
      'audit_read',
      'user_changed',
      'user_changed',
    ]);
    expect(first.names).toEqual({ [admin.userId]: 'Uji admin' });
    const second = await (await ask('GET', `/api/audit?limit=50&before=${first.next}&action=user_changed`)).json();
    expect(second.rows.map(({ detail }: { detail: { i: number } }) => detail.i)).toEqual([2, 1, 0]);
    expect(second.next).toBeNull();
    expect((await (await ask('GET', `/api/audit?user=${admin.userId}`)).json()).rows[0]).toMatchObject({
      action: 'audit_read',
      subject: `user:${admin.userId}`,
    });
    expect((await (await ask('GET', '/api/audit?user=nobody')).json()).rows).toEqual([]);
  });

  it.each([
    ['limit=0', 'invalid_parameter', 'limit'],
    ['limit=201', 'invalid_parameter', 'limit'],
    ['before=x', 'invalid_parameter', 'before'],
    ['action=everything', 'invalid_parameter', 'action'],
    ["user=' or 1=1", 'invalid_parameter', 'user'],
    ['sort=up', 'unknown_parameter', 'sort'],
    ['limit=1&limit=2', 'repeated_parameter', 'limit'],
  ] as const)('refuses %s, and reads nothing', async (query, code, parameter) => {
    await expectProblem(await ask('GET', `/api/audit?${query}`), code, parameter);
    expect(await actions()).toEqual([]);
  });

  it('says whether the chain is whole', async () => {
    await ask('GET', '/api/audit');
    expect(await (await ask('GET', '/api/audit/chain')).json()).toMatchObject({ ok: true, rows: 1, anchors: 0 });
    await app.store.accounts.database.updateTable('audit').set({ role: 'satgas' }).execute();
    expect(await (await ask('GET', '/api/audit/chain')).json()).toMatchObject({
      ok: false,
      brokenAt: 1,
      reason: 'changed',
    });
  });
});

describe('/api/retention', () => {
  const retention = { closedMonths: 60, deletedDays: 10, addressDays: 5 };

  it('is what was decided, with what is due and a line in the log', async () => {
    expect(await (await ask('GET', '/api/retention')).json()).toEqual({
      retention: { closedMonths: null, deletedDays: 30, addressDays: 30 },
      decided: false,
      due: { incidentsAtMost: 10, addresses: 0 },
    });
    expect(await (await ask('PUT', '/api/retention', retention)).json()).toMatchObject({ retention, decided: true });
    expect(await (await ask('GET', '/api/retention')).json()).toMatchObject({ retention, decided: true });
    expect(await actions()).toEqual(['retention_changed']);
  });

  it('counts without taking or deciding', async () => {
    expect(await (await ask('POST', '/api/retention/preview', retention)).json()).toEqual({
      incidentsAtMost: 10,
      addresses: 0,
    });
    expect(await app.store.settings.retention()).toBeNull();
  });

  it.each([
    [{ ...retention, deletedDays: 0 }, 'deletedDays'],
    [{ ...retention, closedMonths: 1.5 }, 'closedMonths'],
    [{ ...retention, note: 'x' }, ''],
    [{ closedMonths: null }, 'deletedDays'],
  ])('refuses %j', async (body, field) => {
    const response = await ask('PUT', '/api/retention', body);
    expect(response.status).toBe(422);
    expect((await response.json()).fields[0].field).toBe(field);
    expect(await app.store.settings.retention()).toBeNull();
  });
});

describe('/api/backups', () => {
  it('makes one with a line in the log, and lists it', async () => {
    const made = await ask('POST', '/api/backups', {});
    expect(made.status).toBe(201);
    const { name } = await made.json();
    expect(name).toBe('petarawan-20261124T000000Z-page.sqlite');
    expect(await (await ask('GET', '/api/backups')).json()).toEqual({
      kind: 'file',
      folder: join(folder.path, 'backups'),
      keep: 2,
      time: '02:30',
      backups: [{ name, bytes: 4, at: '2026-11-24T00:00:00Z', kind: 'page' }],
    });
    expect(await actions()).toEqual(['backup_made']);
  });

  it('says no more than that it failed', async () => {
    const other = await openTestApp();
    const session = await signInAs(other, 'admin');
    const answer = await other.app.request('/api/backups', { method: 'POST', headers: session.headers, body: '{}' });
    await expectProblem(answer, 'internal_error');
    await other.close();
  });

  it('is refused on PostgreSQL', async () => {
    const other = await openTestApp({ keeping: { isFile: false } });
    const session = await signInAs(other, 'admin');
    const answer = await other.app.request('/api/backups', { method: 'POST', headers: session.headers, body: '{}' });
    await expectProblem(answer, 'conflict');
    const list = await other.app.request('/api/backups', { headers: session.headers });
    expect(await list.json()).toMatchObject({ kind: 'postgres', backups: [] });
    await other.close();
  });
});
