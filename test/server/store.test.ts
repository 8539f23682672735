import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFault } from '../../server/fault.ts';
import { openGeodata } from '../../server/geodata-files.ts';
import { loadCatalogue } from '../../server/services/catalogue.ts';
import { seedStore } from '../../server/services/seed.ts';
import { DATABASE_FILE } from '../../server/store/database-file.ts';
import { MIGRATIONS } from '../../server/store/migrations.ts';
import { openStore } from '../../server/store/open.ts';
import { APPLICATION_ID } from '../../server/store/ownership.ts';
import type { Store } from '../../server/store/store.ts';
import { storeFault } from '../../server/store/store-fault.ts';
import { FINGERPRINT_KEY } from './fixture/fingerprint-key.ts';
import { fixtureFiles, temporaryFolder, writeGeodata } from './fixture/geodata.ts';

let folder: ReturnType<typeof temporaryFolder>;
let geodata: string;
let dataDir: string;
const open: Store[] = [];

async function openHere(): Promise<Store> {
  const store = await openStore(dataDir, new Date('2026-11-24T00:00:00Z'), FINGERPRINT_KEY);
  open.push(store);
  return store;
}

beforeEach(() => {
  folder = temporaryFolder();
  geodata = join(folder.path, 'geodata');
  dataDir = join(folder.path, 'deep', 'data');
  writeGeodata(geodata);
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  folder.remove();
});

describe('openStore', () => {
  it('makes the folder, and writes durably with foreign keys', async () => {
    await openHere();
    const file = new Database(join(dataDir, DATABASE_FILE));
    expect(file.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(file.prepare('select version, applied_at from schema_version').all()).toEqual(
      MIGRATIONS.map(({ version }) => ({ version, applied_at: '2026-11-24T00:00:00.000Z' })),
    );
    file.close();
  });

  it('opens again what it made', async () => {
    const first = await openHere();
    await seedStore(first, openGeodata(geodata));
    await first.close();
    open.pop();
    expect((await (await openHere()).currentEdition())?.id).toBe('abcd1234');
  });

  it('refuses a file of a newer program, and leaves it as it was', async () => {
    await (await openHere()).close();
    open.pop();
    const path = join(dataDir, DATABASE_FILE);
    const file = new Database(path);
    file.prepare('insert into schema_version values (99, ?)').run('2030-01-01');
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
    const before = readFileSync(path);
    await expect(openHere()).rejects.toThrow(
      /written by a newer Petarawan \(tables of version 99, this program knows \d+\)/,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a file that is no database, and leaves it as it was', async () => {
    mkdirSync(dataDir, { recursive: true });
    const path = join(dataDir, DATABASE_FILE);
    writeFileSync(path, 'minutes of a meeting '.repeat(300));
    await expect(openHere()).rejects.toThrow(/petarawan\.sqlite is damaged: .*restore a backup or move it away/);
    expect(readFileSync(path, 'utf8')).toMatch(/^minutes of a meeting/);
  });

  it('refuses the database of another program, and leaves it as it was', async () => {
    mkdirSync(dataDir, { recursive: true });
    const path = join(dataDir, DATABASE_FILE);
    for (const spoil of ['create table notes (text)', 'create table schema_version (x)', 'pragma application_id = 7']) {
      rmSync(path, { force: true });
      const file = new Database(path);
      file.exec(spoil);
      file.close();
      const before = readFileSync(path);
      await expect(openHere(), spoil).rejects.toThrow(/is not a database of Petarawan: move it away/);
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });

  it('marks what it makes, and takes over a file of its own that has no mark', async () => {
    const applicationId = (change?: string): unknown => {
      const file = new Database(join(dataDir, DATABASE_FILE));
      if (change !== undefined) file.exec(change);
      const id = file.pragma('application_id', { simple: true });
      file.close();
      return id;
    };
    await (await openHere()).close();
    expect(applicationId()).toBe(APPLICATION_ID);
    expect(applicationId('pragma application_id = 0')).toBe(0);
    await (await openHere()).close();
    expect(applicationId()).toBe(APPLICATION_ID);
    open.splice(0);
  });

  it('refuses a folder that cannot be made, in one line', async () => {
    const blocked = join(folder.path, 'file');
    writeFileSync(blocked, '');
    const fault = await openStore(join(blocked, 'data'), new Date(0), FINGERPRINT_KEY).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StartFault);
    expect((fault as StartFault).lines).toEqual([
      expect.stringMatching(/^DATA_DIR=.* cannot be made \(E(NOTDIR|EXIST)\)/),
    ]);
  });

  it('refuses a folder in whose place the file cannot be opened', async () => {
    mkdirSync(join(dataDir, DATABASE_FILE), { recursive: true });
    await expect(openHere()).rejects.toThrow(/petarawan\.sqlite is a folder, not a file: move it away/);
  });

  it('refuses a damaged file, however it is damaged, in one line', async () => {
    const store = await openHere();
    await seedStore(store, openGeodata(geodata));
    await store.close();
    open.pop();
    const path = join(dataDir, DATABASE_FILE);
    const whole = readFileSync(path);
    const page = 4096;
    const damages = [
      ...[50, 1000, page, 3 * page, whole.length - page].map((length) => whole.subarray(0, length)),
      ...Array.from({ length: whole.length / page - 1 }, (_, i) =>
        Buffer.from(whole).fill(0x5a, (i + 1) * page, (i + 2) * page),
      ),
      Buffer.from(whole).fill(0, 0, 16),
    ];
    for (const [i, damaged] of damages.entries()) {
      writeFileSync(path, damaged);
      const fault = await openHere().catch((error: unknown) => error);
      expect(fault, `damage ${i}`).toBeInstanceOf(StartFault);
      expect((fault as StartFault).lines).toEqual([
        expect.stringMatching(/petarawan\.sqlite is damaged: [^\n]*restore a backup or move it away/),
      ]);
      expect(readFileSync(path).equals(damaged), `damage ${i}`).toBe(true);
    }
  });
});

describe('storeFault', () => {
  const fault = (code: string, message = 'x') => storeFault(new Database.SqliteError(message, code), folder.path);

  it('a full disk, as SQLite says it', () => {
    const file = new Database(':memory:');
    file.exec('create table t (x); pragma max_page_count = 3');
    const fill = () => file.exec('insert into t values (zeroblob(100000))');
    let error: unknown;
    try {
      fill();
    } catch (thrown) {
      error = thrown;
    }
    expect(storeFault(error, folder.path)?.lines).toEqual([expect.stringMatching(/no room left .*SQLITE_FULL/)]);
  });

  it.each([
    ['SQLITE_CORRUPT_INDEX', 'x', /is damaged/],
    ['SQLITE_NOTADB', 'x', /is damaged/],
    ['SQLITE_ERROR', 'no such table: area', /is damaged/],
    ['SQLITE_BUSY_SNAPSHOT', 'x', /is in use by another program/],
    ['SQLITE_LOCKED', 'x', /is in use by another program/],
    ['SQLITE_READONLY_DIRECTORY', 'x', /may not be written/],
    ['SQLITE_IOERR_WRITE', 'x', /cannot be read or written \(SQLITE_IOERR_WRITE\)/],
    ['SQLITE_CANTOPEN', 'x', /^DATA_DIR=.* cannot be written/],
  ])('%s is one line', (code, message, expected) => {
    expect(fault(code, message)?.lines).toEqual([expect.stringMatching(expected)]);
  });

  it('a bug stays one', () => {
    expect(fault('SQLITE_ERROR', 'near "form": syntax error')).toBeNull();
    expect(fault('SQLITE_CONSTRAINT_NOTNULL')).toBeNull();
    expect(storeFault(new TypeError('x'), folder.path)).toBeNull();
  });
});

describe('seedStore', () => {
  it('fills an empty store, and does nothing while no file changes', async () => {
    const store = await openHere();
    expect(await seedStore(store, openGeodata(geodata))).toBe(true);
    const unread = { ...openGeodata(geodata), readSeed: () => expect.unreachable('nothing changed') };
    expect(await seedStore(store, unread)).toBe(false);
  });

  it('gives back what the files say', async () => {
    const store = await openHere();
    await seedStore(store, openGeodata(geodata));
    const files = fixtureFiles();
    expect(await store.evidence()).toEqual(files.get('evidence.json'));
    expect((await store.areas()).map(({ code }) => code)).toHaveLength(6);
    expect((await store.trainingIncidents()).map(({ id }) => id)).toEqual(['T1', 'T2', 'T3']);
    expect(JSON.parse(await store.document('coast'))).toEqual(files.get('coast.geojson'));
    const catalogue = await loadCatalogue(store);
    expect(catalogue.edition).toMatchObject({ id: 'abcd1234', method: { version: 'v1', coverageGate: 0.5 } });
    expect(catalogue.collections.get('places')?.items.map(({ fid }) => fid)).toEqual(
      Array.from({ length: 25 }, (_, i) => `place-${i + 1}`),
    );
  });

  it('fills anew when a file changes: the old rows are gone', async () => {
    const store = await openHere();
    await seedStore(store, openGeodata(geodata));
    const files = fixtureFiles();
    files.set('evidence.json', (files.get('evidence.json') as readonly Record<string, unknown>[]).slice(0, 1));
    writeGeodata(geodata, files);
    expect(await seedStore(store, openGeodata(geodata))).toBe(true);
    expect((await store.evidence()).map(({ id }) => id)).toEqual(['EV001']);
  });

  it('changes all or nothing: evidence about an unknown area leaves the store as it was', async () => {
    const store = await openHere();
    await seedStore(store, openGeodata(geodata));
    const before = [await store.datasetHashes(), await store.evidence(), await store.features('places')];
    const files = fixtureFiles();
    const rows = files.get('evidence.json') as readonly Record<string, unknown>[];
    files.set('evidence.json', [...rows, { ...rows[0], id: 'EV009', areaCode: '11.11.11' }]);
    files.set('places.geojson', { type: 'FeatureCollection', features: [] });
    writeGeodata(geodata, files);
    await expect(seedStore(store, openGeodata(geodata))).rejects.toThrow(/FOREIGN KEY/);
    expect([await store.datasetHashes(), await store.evidence(), await store.features('places')]).toEqual(before);
  });
});

describe('openGeodata', () => {
  const faultOf = (spoil: () => void): string => {
    spoil();
    try {
      openGeodata(geodata).readSeed();
    } catch (error) {
      if (error instanceof StartFault) return error.message;
      throw error;
    }
    return 'no fault';
  };

  it.each([
    ['no folder', () => folder.remove(), /manifest\.json cannot be read \(ENOENT\)/],
    [
      'a manifest that is not JSON',
      () => writeFileSync(join(geodata, 'manifest.json'), '{'),
      /manifest\.json is not JSON/,
    ],
    [
      'a manifest of something else',
      () => writeFileSync(join(geodata, 'manifest.json'), '{"a":1}'),
      /manifest\.json is not what the build writes, at edition/,
    ],
    [
      'a file that was changed by hand',
      () => writeFileSync(join(geodata, 'places.geojson'), '{}'),
      /places\.geojson is not the file that manifest\.json names/,
    ],
    [
      'a nested property',
      () => {
        const files = fixtureFiles();
        files.set('roads.geojson', {
          type: 'FeatureCollection',
          features: [{ type: 'Feature', id: 'r', properties: { a: { b: 1 } }, geometry: null }],
        });
        writeGeodata(geodata, files);
      },
      /roads\.geojson is not what the build writes, at features\.0\.properties\.a/,
    ],
    [
      'a training set that is not marked as one',
      () => {
        const files = fixtureFiles();
        files.set('training.json', { training: false, incidents: [] });
        writeGeodata(geodata, files);
      },
      /training\.json is not what the build writes, at training/,
    ],
  ])('%s is one line that names the file and what to run', (_, spoil, expected) => {
    const message = faultOf(spoil);
    expect(message).toMatch(expected);
    expect(message).toMatch(/^geodata: [^\n]*run `npm run geodata`/);
  });
});
