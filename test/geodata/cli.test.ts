import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../geodata/cli.ts';

let folder: string;
let lines: { readonly log: string[]; readonly error: string[] };
const folders = () => ({ source: join(folder, 'source'), dist: join(folder, 'dist'), faults: join(folder, 'faults') });
const geodata = (...args: string[]) =>
  run(args, folders(), {
    log: (line: string) => lines.log.push(line),
    error: (line: string) => lines.error.push(line),
  });
const edit = (file: string, change: (text: string) => string) => {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'geodata-'));
  lines = { log: [], error: [] };
  cpSync('geodata/source', join(folder, 'source'), { recursive: true });
  cpSync('geodata/dist', join(folder, 'dist'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run geodata', () => {
  it('builds the committed bytes from nothing', () => {
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(geodata()).toBe(0);
    expect(lines.log.at(-1)).toMatch(/^edition [0-9a-f]{8}: \d+ files/);
    expect(readFileSync(join(folder, 'dist/manifest.json'), 'utf8')).toBe(
      readFileSync('geodata/dist/manifest.json', 'utf8'),
    );
    expect(readdirSync(folder).sort()).toEqual(['dist', 'source']);
  });

  it('makes a new edition of a changed finding and leaves the older one as it was', () => {
    const before = readdirSync(join(folder, 'dist/edition'));
    edit('source/evidence.csv', (text) => text.replace(',limited,', ',present,'));
    expect(geodata()).toBe(0);
    const after = readdirSync(join(folder, 'dist/edition'));
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining(before));
    for (const id of before) {
      const head = `edition/${id}/edition.json`;
      expect(readFileSync(join(folder, 'dist', head), 'utf8')).toBe(readFileSync(join('geodata/dist', head), 'utf8'));
    }
  });

  it('writes the geometry of a fault out, names it, and leaves dist alone', () => {
    const before = readFileSync(join(folder, 'dist/manifest.json'), 'utf8');
    edit('source/kelurahan.geojson', (text) => text.replace('116.932628', '116.942628'));
    expect(geodata()).toBe(1);
    expect(lines.error.join('\n')).toMatch(/fault: (no-overlaps|no-gaps|kelurahan-nest): .*64\.71\.01/);
    expect(existsSync(join(folder, 'faults/kelurahan-nest.geojson'))).toBe(true);
    expect(readFileSync(join(folder, 'faults/kelurahan-nest.geojson'), 'utf8')).toContain('"area_codes":"64.71.01"');
    expect(readFileSync(join(folder, 'dist/manifest.json'), 'utf8')).toBe(before);
  });
});

describe('npm run geodata -- --check', () => {
  it('reports drift and writes nothing into dist', () => {
    rmSync(join(folder, 'dist/roads.geojson'));
    expect(geodata('--check')).toBe(1);
    expect(lines.error).toEqual([
      'fault: dist-drift: roads.geojson: missing',
      'geodata: to mend drift run: npm run geodata',
    ]);
    expect(existsSync(join(folder, 'dist/roads.geojson'))).toBe(false);
  });
});

describe('a source that cannot be used gives one line and leaves everything as it was', () => {
  it.each([
    [
      'a missing file',
      () => rmSync(join(folder, 'source/evidence.csv')),
      /source\/evidence\.csv: the file is missing$/,
    ],
    [
      'broken JSON',
      () => edit('source/kecamatan.geojson', (text) => text.slice(0, 100)),
      /source\/kecamatan\.geojson: not JSON/,
    ],
    [
      'another kind of JSON',
      () => writeFileSync(join(folder, 'source/roads.geojson'), '[]'),
      /source\/roads\.geojson: top level: /,
    ],
    [
      'a property of the wrong kind',
      () => edit('source/kelurahan.geojson', (text) => text.replace('"64.71.01.1002"', '12')),
      /source\/kelurahan\.geojson: features\.1\.properties\.code/,
    ],
    [
      'a folder in place of a file',
      () => {
        rmSync(join(folder, 'source/areas.csv'));
        mkdirSync(join(folder, 'source/areas.csv'));
      },
      /source\/areas\.csv: EISDIR$/,
    ],
    [
      'a column lost',
      () => edit('source/helplines.csv', (text) => text.replace('phone', 'telepon')),
      /helplines\.csv, row 1: column phone is missing$/,
    ],
    [
      'a row cut short',
      () => edit('source/population.csv', (text) => `${text}64.71,Kota\n`),
      /population\.csv, row 20, column name: 2 cells instead of 10$/,
    ],
  ])('%s', (_what, damage, message) => {
    const before = readFileSync(join(folder, 'dist/manifest.json'), 'utf8');
    damage();
    expect(geodata()).toBe(1);
    expect(lines.log).toEqual([]);
    expect(lines.error).toHaveLength(1);
    expect(lines.error[0]).toMatch(message);
    expect(readFileSync(join(folder, 'dist/manifest.json'), 'utf8')).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(['dist', 'source']);
  });
});

it('explains itself when used wrongly', () => {
  expect(geodata('--chekc')).toBe(2);
  expect(geodata('refresh-places')).toBe(2);
  expect(lines.error[0]).toContain('refresh-places FILE');
});
