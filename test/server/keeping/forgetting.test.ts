import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incident } from '../../../domain/incident.ts';
import { makeBackup } from '../../../server/keeping/backup.ts';
import { runPurge } from '../../../server/keeping/purge.ts';
import type { Write } from '../../../server/store/contract/incident-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { type KeepingFolder, keepingFolder, NOW } from './keeping-store.ts';

/** Made up, and found nowhere else: east and north of the city. */
const POINT: [number, number] = [116.8437219, -1.2719463];
const CELL = '88696b4dbbfffff';
const LP = 'q8Zx3mVt0kLwYb2rNs7uGc5dHf1jPe9aTo6iBn4vXyE';

const CASE: Incident = {
  id: '',
  training: false,
  month: '2020-03',
  day: 9,
  acts: ['recruit'],
  means: ['deception'],
  purposes: ['sexual_exploitation'],
  source: 'lp_b',
  stage: 'lp',
  platforms: [],
  places: [{ role: 'exploitation', precision: 'point', areaCode: null, h3: CELL, point: POINT }],
  victims: '1',
  suspects: '1',
  childInvolved: 'no',
  lpNumberHash: LP,
};

function write(action: Write['audit']['action']): Write {
  return {
    at: NOW.toISOString(),
    audit: { userId: 'u1', role: 'satgas', action, subject: null, detail: {}, ip: null },
  };
}

/** As SQLite keeps a number with a fraction, and as a text of JSON does. */
function encodings(number: number): readonly Buffer[] {
  const double = Buffer.alloc(8);
  double.writeDoubleBE(number);
  return [double, Buffer.from(String(number))];
}

const POINT_BYTES = POINT.flatMap(encodings);

let folder: KeepingFolder;
let store: Store;
beforeEach(async () => {
  folder = keepingFolder();
  store = await folder.open();
});
afterEach(() => folder.remove());

/** Which of the files hold one of them. */
function holding(wanted: readonly Buffer[], paths = ['', '-wal', '-shm'].map((end) => folder.databasePath + end)) {
  return paths.filter((path) => {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    return wanted.some((one) => bytes.includes(one));
  });
}

async function created(): Promise<string> {
  const { incident } = await store.incidents.create(CASE, write('incident_created'));
  return incident.id;
}

describe('what is forgotten', () => {
  it('the point of a case that becomes a child case is in no file and in no new backup', async () => {
    const id = await created();
    expect(holding(POINT_BYTES)).not.toEqual([]);
    const child: Incident = { ...CASE, childInvolved: 'yes' };
    const done = await store.incidents.change(id, 1, child, write('incident_changed'));
    expect(done.ok).toBe(true);
    expect(holding(POINT_BYTES)).toEqual([]);
    const { path } = await makeBackup(folder.databasePath, folder.path('after.sqlite'));
    expect(holding(POINT_BYTES, [path])).toEqual([]);
    expect(holding([Buffer.from(CELL)], [path])).toEqual([path]);
  });

  it('a purged case is in no file and in no new backup', async () => {
    const id = await created();
    await store.incidents.change(id, 1, { ...CASE, day: 10 }, write('incident_changed'));
    await store.incidents.setClosed(id, 2, true, write('incident_closed'));
    const all = [...POINT_BYTES, Buffer.from(CELL), Buffer.from(LP)];
    expect(holding(all)).not.toEqual([]);
    const retention = { closedMonths: 24, deletedDays: 30, addressDays: 90 };
    const server = { userId: null, role: 'admin', ip: null } as const;
    expect(await runPurge(store, retention, NOW, server)).toMatchObject({ incidents: 1 });
    expect(holding(all)).toEqual([]);
    const { path } = await makeBackup(folder.databasePath, folder.path('after.sqlite'));
    expect(holding(all, [path])).toEqual([]);
  });

  it('waits for nobody: while somebody reads, the write is answered at once and the next day empties the log', async () => {
    const id = await created();
    const reader = new Database(folder.databasePath, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from incident').get();
    const done = await store.incidents.change(id, 1, { ...CASE, childInvolved: 'yes' }, write('incident_changed'));
    expect(done.ok).toBe(true);
    expect(await store.emptyLog()).toBe(false);
    reader.close();
    expect(await store.emptyLog()).toBe(true);
    expect(holding(POINT_BYTES)).toEqual([]);
  });

  it('leaves the log alone while an import fills it', async () => {
    await store.imports.leaveLog(true);
    expect(await store.emptyLog()).toBe(false);
    await store.imports.leaveLog(false);
    expect(await store.emptyLog()).toBe(true);
  });

  it('a backup has no free pages', async () => {
    for (let i = 0; i < 300; i += 1) await created();
    const file = new Database(folder.databasePath);
    file.exec('delete from incident_place');
    file.close();
    const { path } = await makeBackup(folder.databasePath, folder.path('tight.sqlite'));
    const copy = new Database(path, { readonly: true });
    expect(copy.pragma('freelist_count', { simple: true })).toBe(0);
    copy.close();
    expect(existsSync(`${path}.part-loose`)).toBe(false);
  });
});
