import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFault } from '../../server/fault.ts';
import { openGeodata } from '../../server/geodata-files.ts';
import { loadCatalogue } from '../../server/services/catalogue.ts';
import { seedStore } from '../../server/services/seed.ts';
import { DATABASE_FILE, openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';
import { fixtureFiles, temporaryFolder, writeGeodata } from './fixture/geodata.ts';

let folder: ReturnType<typeof temporaryFolder>;
let geodata: string;
let dataDir: string;
const open: Store[] = [];

async function openHere(): Promise<Store> {
  const store = await openStore(dataDir, new Date('2026-11-24T00:00:00Z'));
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
    expect(file.prepare('select version, applied_at from schema_version').all()).toEqual([
      { version: 1, applied_at: '2026-11-24T00:00:00.000Z' },
    ]);
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
      /written by a newer Petarawan \(tables of version 99, this program knows 1\)/,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a file that is no database, and leaves it as it was', async () => {
    mkdirSync(dataDir, { recursive: true });
    const path = join(dataDir, DATABASE_FILE);
    writeFileSync(path, 'minutes of a meeting '.repeat(300));
    await expect(openHere()).rejects.toThrow(/is not a database of Petarawan/);
    expect(readFileSync(path, 'utf8')).toMatch(/^minutes of a meeting/);
  });

  it('refuses a folder that cannot be made, in one line', async () => {
    const blocked = join(folder.path, 'file');
    writeFileSync(blocked, '');
    const fault = await openStore(join(blocked, 'data'), new Date(0)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StartFault);
    expect((fault as StartFault).lines).toEqual([
      expect.stringMatching(/^DATA_DIR=.* cannot be made \(E(NOTDIR|EXIST)\)/),
    ]);
  });

  it('refuses a folder in whose place the file cannot be opened', async () => {
    mkdirSync(join(dataDir, DATABASE_FILE), { recursive: true });
    await expect(openHere()).rejects.toThrow(/^DATA_DIR=.* cannot be written \(SQLITE_CANTOPEN/);
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
