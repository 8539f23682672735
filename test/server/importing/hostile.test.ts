import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_CELL_FAULTS, FILE_FAULTS } from '../../../domain/import-fault.ts';
import { openGeodata } from '../../../server/geodata-files.ts';
import { importFiles, removeImportFiles } from '../../../server/importing/import-files.ts';
import { type ImportProcess, openImportProcess } from '../../../server/importing/import-process.ts';
import { readPage } from '../../../server/importing/paged-lines.ts';
import { seedStore } from '../../../server/services/seed.ts';
import { openStore } from '../../../server/store/open.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { type BundledChild, bundleChild } from './bundled-child.ts';
import { goodWorkbook, hostileFile, seeded, WORKBOOKS } from './hostile-files.ts';
import { LP_KEY } from './house.ts';

const FILES = 10_000;
const MOST_MEMORY_KB = 400_000;
const root = temporaryFolder();
const place = {
  address: { dataDir: root.path, databaseUrl: null },
  folder: root.path,
  lpKey: LP_KEY,
  fingerprintKey: FINGERPRINT_KEY,
  headerKey: 'k',
};
const files = importFiles(root.path, '1');

let child: BundledChild;
let worker: ImportProcess;
/** A process that ended did not do what it was asked: the run rejects. */
beforeAll(async () => {
  child = await bundleChild();
  const store = await openStore(root.path, new Date(0), FINGERPRINT_KEY);
  await seedStore(store, openGeodata('geodata/dist'));
  await store.close();
  worker = openImportProcess(place, { child: child.path, execArgv: [] });
}, 120_000);
afterAll(() => {
  worker?.close();
  child?.remove();
  root.remove();
});

interface Seen {
  /** `refused too_large`, or `taken` with how many rows were and were not. */
  readonly end: string;
  readonly places: readonly { readonly field: string; readonly code: string }[];
}

async function give(bytes: Uint8Array): Promise<Seen> {
  removeImportFiles(files);
  writeFileSync(files.upload, bytes);
  const read = await worker.run({ step: 'read', id: '1' }, 60_000);
  if (read.step === 'refused') return { end: `refused ${read.code}`, places: read.fields };
  if (read.step !== 'read') throw new Error(read.step);
  const check = await worker.run({ step: 'check', id: '1', fields: read.read.proposed }, 60_000);
  if (check.step === 'refused') return { end: `refused ${check.code}`, places: check.fields };
  if (check.step !== 'check') throw new Error(check.step);
  const rejected = readPage(files.rejected, 0) as { row: number; faults: { field: string; code: string }[] }[];
  // Each refusal says which row and which field.
  for (const { row, faults } of rejected) {
    expect(row).toBeGreaterThan(1);
    expect(faults.length).toBeGreaterThan(0);
  }
  expect(check.counts.accepted + check.counts.rejected).toBe(check.counts.rows);
  return { end: 'taken', places: rejected.flatMap(({ faults }) => faults) };
}

/** The most memory that the process of imports ever held. */
function peakKb(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const peaks = children.flatMap((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(child.path);
    return isOurs ? [Number(/VmHWM:\s+(\d+)/.exec(status)?.[1])] : [];
  });
  return Math.max(...peaks);
}

it(`${FILES} malformed files end in a refusal or a report, and the process lives`, async () => {
  const random = seeded(20_261_124);
  const good = await goodWorkbook();
  const ends = new Map<string, number>();
  for (let i = 0; i < FILES; i += 1) {
    const bytes = hostileFile(random, good);
    const { end, places } = await give(bytes).catch((error: unknown) => {
      writeFileSync(join('test-results', `hostile-${i}`), bytes);
      throw new Error(`file ${i} (test-results/hostile-${i}): ${String(error)}`);
    });
    ends.set(end, (ends.get(end) ?? 0) + 1);
    for (const { code } of places) expect([...ALL_CELL_FAULTS, ...FILE_FAULTS]).toContain(code);
    // Nothing of a person comes back, whatever the reason.
    expect(JSON.stringify(places)).not.toMatch(/Siti|6471050101900001|3456/);
  }
  // Every kind of file was tried, and none is taken for a fault of ours.
  expect([...ends.keys()]).toEqual(
    expect.arrayContaining(['taken', 'refused wrong_type', 'refused damaged', 'refused not_geojson']),
  );
  expect([...ends.keys()].filter((end) => /internal|slow/.test(end))).toEqual([]);
  if (process.platform === 'linux') expect(peakKb()).toBeLessThan(MOST_MEMORY_KB);
}, 240_000);

it.each([
  ['a bomb of 300 MB', /suspicious_archive|too_large/],
  ['a bomb that says it is small', /damaged/],
  ['a name that climbs', /suspicious_archive|damaged/],
  ['an absolute name', /suspicious_archive|damaged/],
  ['an archive in it', /suspicious_archive/],
  ['a thousand parts', /suspicious_archive/],
  ['the same part twice', /suspicious_archive/],
  ['a cell at the end of the sheet', /too_many_rows/],
  ['a cell far to the right', /too_many_columns/],
  ['a million rows', /too_many_rows|suspicious_archive/],
  ['entities that grow', /refused|taken/],
  ['no table', /suspicious_archive|wrong_type/],
] as const)('a workbook with %s is refused', async (name, end) => {
  expect((await give(WORKBOOKS[name]?.() ?? Buffer.alloc(0))).end).toMatch(end);
  if (process.platform === 'linux') expect(peakKb()).toBeLessThan(MOST_MEMORY_KB);
});

it.each([
  ['JSON of 200,000 arrays in one another', '['.repeat(200_000), 'refused nested_too_deep'],
  ['JSON of 200,000 objects in one another', '{"a":'.repeat(200_000), 'refused nested_too_deep'],
  ['a quote of 5 MB that never ends', `month,acts\n"${'x'.repeat(5_000_000)}`, 'refused damaged'],
  ['two million line ends', `month,acts\n${'\n'.repeat(2_000_000)}`, 'refused too_many_rows'],
  ['a header of a million commas', ','.repeat(1_000_000), 'refused no_header'],
  [
    'coordinates of another grid',
    '{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:32750"}},"features":[]}',
    'refused wrong_crs',
  ],
])('%s', async (_what, text, end) => {
  expect((await give(Buffer.from(text))).end).toBe(end);
});
