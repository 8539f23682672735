import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { incidentInputSchema } from '../../../domain/incident-input.ts';
import { signatureOf } from '../../../server/importing/propose-columns.ts';
import { csvOf, HEADER, type ImportHouse, openImportHouse, ROW } from './house.ts';

let house: ImportHouse;
beforeAll(async () => {
  house = await openImportHouse();
});
afterAll(() => house.close());

const rejectedOf = async (row: Partial<Record<keyof typeof ROW, string>>) =>
  (await house.tryFile(csvOf([row]))).rejected;

describe('a row', () => {
  it('is taken with its kelurahan from its point', async () => {
    const { result, accepted } = await house.tryFile(csvOf([{}]));
    expect(result).toMatchObject({ step: 'check', counts: { rows: 1, accepted: 1, rejected: 0 } });
    expect(accepted).toEqual([
      {
        row: 2,
        month: '2025-03',
        source: 'lp_b',
        stage: 'lp',
        childInvolved: 'no',
        pointDropped: false,
        places: [{ role: 'rescue', precision: 'point', areaCode: '64.71.04.1005' }],
      },
    ]);
  });

  it.each([
    [{ month: '2025-13' }, '2 month not_a_month'],
    [{ month: '2099-01' }, '2 month in_future'],
    [{ month: '' }, '2 month missing'],
    [{ month: '12/03/1999' }, '2 month identity_birth_date'],
    [{ day: '32' }, '2 day no_such_day'],
    [{ month: '2025-02', day: '30' }, '2 day no_such_day'],
    [{ acts: 'fly' }, '2 acts unknown_code'],
    [{ acts: 'recruit|fly' }, '2 acts unknown_code'],
    [{ acts: 'tidak diketahui|recruit' }, '2 acts unknown_code'],
    [{ source: 'Siti Aminah' }, '2 source identity_name'],
    [{ stage: 'siti@example.invalid' }, '2 stage identity_email'],
    [{ victims: '0' }, '2 victims out_of_range'],
    [{ victims: '' }, '2 victims missing'],
    [{ suspects: '' }, '2 suspects missing'],
    [{ suspects: 'many' }, '2 suspects unknown_code'],
    [{ lp_number: '0812-3456-7890' }, '2 lp_number identity_phone'],
    [{ lp_number: '12/XI' }, '2 lp_number not_an_lp_number'],
    [{ longitude: 'NaN' }, '2 place1_longitude not_a_number'],
    [{ longitude: '1e308' }, '2 place1_longitude out_of_range'],
    [{ latitude: 'Infinity' }, '2 place1_latitude out_of_range'],
    [{ longitude: '6471050101900001' }, '2 place1_longitude identity_nik'],
    [{ longitude: '' }, '2 place1_longitude half_a_point'],
    [{ longitude: '', latitude: '' }, '2 place1_longitude missing'],
    [{ longitude: '-1.26', latitude: '116.83' }, '2 place1_longitude swapped_coordinates'],
    [{ longitude: '106.8', latitude: '-6.2' }, '2 place1_longitude outside_city'],
    [{ place_precision: 'kelurahan' }, '2 place1_area missing'],
    [{ place_precision: 'kelurahan', area_code: 'antah' }, '2 place1_area unknown_area'],
    [{ place_precision: 'kelurahan', area_code: 'Klandasan Illir' }, '2 place1_area unknown_area'],
    [{ place_precision: 'kelurahan', area_code: '0812-3456-7890' }, '2 place1_area identity_phone'],
    [{ place_precision: 'kecamatan', area_code: '64.71.05.1002' }, '2 place1_area wrong_level'],
    [{ place_role: '' }, '2 place1_role missing'],
    [{ place_role: 'home' }, '2 place1_role unknown_code'],
    [{ child_involved: 'perhaps' }, '2 child_involved unknown_code'],
    [{ source: 'x'.repeat(3000) }, '2 source too_long'],
    [{ source: '=cmd|calc' }, '2 source unknown_code'],
  ] as const)('%o is refused: %s', async (row, fault) => {
    expect(await rejectedOf(row)).toEqual([fault]);
  });

  it('names every fault at once', async () => {
    expect(await rejectedOf({ acts: 'fly', source: 'x', longitude: 'east' })).toEqual([
      '2 acts unknown_code',
      '2 source unknown_code',
      '2 place1_longitude not_a_number',
    ]);
  });

  it.each([
    { month: 'Nov 2025' },
    { month: '11/2025' },
    { month: '05/11/2025' },
    { month: '2025-11-05' },
    { acts: 'merekrut + Penampungan' },
    { purposes: 'Eksploitasi Seksual' },
    { victims: '7' },
    { victims: 'Tidak diketahui', suspects: 'belum ada' },
    { stage: 'Penertiban (razia)', acts: '', means: '', purposes: ' | ' },
    { child_involved: '' },
    { longitude: '116,83', latitude: '-1,26' },
    { place_precision: '' },
    { place_precision: 'daring', longitude: '', latitude: '' },
    { place_precision: '', area_code: 'Kel. Klandasan Ilir', longitude: '', latitude: '' },
    { lp_number: 'LP/B/123/XI/2025/SPKT/POLRESTA BALIKPAPAN' },
  ])('is taken as people write it: %o', async (row) => {
    expect(await rejectedOf(row)).toEqual([]);
  });
});

describe('the rows that are taken', () => {
  const cell = (...values: string[]) => fc.constantFrom(...values);
  const rows = fc.array(
    fc.record({
      month: cell('2025-01', '2024-12', '1/2025', 'x', ''),
      day: cell('', '1', '31', '40'),
      acts: cell('recruit', 'send|recruit', 'menampung', '', 'x'),
      purposes: cell('organ', 'organ+bride', ''),
      source: cell('lp_a', 'media', 'x'),
      victims: cell('1', '12', '0', '', 'unknown'),
      suspects: cell('1', '0', 'belum ada', '?', ''),
      child_involved: cell('yes', 'no', 'unknown', ''),
      place_precision: cell('point', 'kelurahan', 'online', 'kota', ''),
      area_code: cell('', '64.71.05', '64.71.05.1002', 'Damai', 'x'),
      longitude: cell('116.83', '116,84', '', '-1.26', 'x'),
      latitude: cell('-1.26', '-1,25', '', '116.83'),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it('are what the strict schema of the form takes, and a child case has no point', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        await house.bring(csvOf(given));
        const { records } = await house.store.incidents.list({
          ...{ role: null, source: null, platform: null, stage: null, fromMonth: null, toMonth: null },
          ...{ limit: 200, after: null, deleted: false },
        });
        for (const { incident } of records) {
          const { id: _id, training: _training, lpNumberHash: _hash, places, ...rest } = incident;
          const input = {
            ...rest,
            lpNumber: null,
            places: places.map(({ role, precision, areaCode, point }) => ({
              role,
              precision: precision === 'point' && point === null ? 'kelurahan' : precision,
              areaCode,
              point,
            })),
          };
          expect(z.safeParse(incidentInputSchema, input).success).toBe(true);
          if (incident.childInvolved !== 'no') expect(places.every(({ point }) => point === null)).toBe(true);
        }
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

describe('duplicates', () => {
  const LP = 'LP/B/9/III/2025/SPKT';

  it('are shown in the file and against what is kept, and written or not as chosen', async () => {
    const file = csvOf([
      { lp_number: LP, month: '2025-03' },
      { lp_number: LP.toLowerCase(), month: '2025-03', longitude: '116.831' },
      { lp_number: LP, month: '2025-04' },
      { month: '2025-05' },
      { month: '2025-05' },
    ]);
    const first = await house.tryFile(file);
    expect(first.duplicates).toEqual([
      { row: 3, month: '2025-03', areaCode: '64.71.04.1005', of: 'file', other: '2' },
      { row: 6, month: '2025-05', areaCode: '64.71.04.1005', of: 'file', other: '' },
    ]);
    expect(await house.bring(file, true)).toMatchObject({ written: 3, same: 0 });
    const again = await house.tryFile(csvOf([{ lp_number: LP, month: '2025-03', longitude: '116.832' }]));
    expect(again.duplicates).toEqual([expect.objectContaining({ row: 2, of: 'store' })]);
    // Chosen to be brought, the others come and the three do not come twice.
    expect(await house.bring(file)).toMatchObject({ written: 2, same: 3 });
    expect(await house.bring(file)).toMatchObject({ written: 0, same: 5 });
  });
});

describe('a file', () => {
  it.each([
    ['with a name', 'nama_korban', '2025-03', 'identity_name'],
    ['with a NIK', 'NIK', '1', 'identity_nik'],
    ['with a phone', 'no_hp', '1', 'identity_phone'],
    ['with an address', 'alamat', 'x', 'identity_address'],
    ['with a birth date', 'tgl_lahir', 'x', 'identity_birth_date'],
    ['with a narrative', 'kronologi', 'x', 'identity_narrative'],
  ])('%s in its header is refused, the column told by its number', async (_what, column, cell, code) => {
    const [head, first] = csvOf([{}]).split('\n');
    const { result } = await house.tryFile(`${head},${column}\n${first},${cell}`);
    expect(result).toEqual({ step: 'refused', code: 'identity_column', fields: [{ field: '#18', code }] });
    expect(JSON.stringify(result)).not.toContain(column);
  });

  it('with a phone in a column that is not read is refused, the value nowhere', async () => {
    const [head, first] = csvOf([{}]).split('\n');
    const { result } = await house.tryFile(`${head},lain\n${first},0812-3456-7890`);
    expect(result).toEqual({
      step: 'refused',
      code: 'identity_value',
      fields: [{ field: '#18, 2', code: 'identity_phone' }],
    });
    expect(JSON.stringify(result)).not.toContain('0812');
  });

  it('is named by its columns where these are fields; what else stands in the header is kept nowhere', async () => {
    const [head, first] = csvOf([{}]).split('\n');
    const { read } = await house.begin(`${head},Berkas Wulandari\n${first},1`);
    if (read.step !== 'read') throw new Error(read.step);
    expect(read.read.names).toEqual([...HEADER.split(','), '#18']);
    expect(JSON.stringify(read)).not.toMatch(/Wulandari/i);
  });

  it('has its columns remembered by a digest that another secret makes another', () => {
    const [one, other] = [signatureOf(['month', 'x'], 'a'), signatureOf(['month', 'x'], 'b')];
    expect(one).not.toBe(other);
    expect(signatureOf(['Month', 'X'], 'a')).toBe(one);
  });

  it('without a header gives no cell away', async () => {
    const { result } = await house.tryFile('Siti Aminah,6471050101900001\nx,y');
    expect(JSON.stringify(result)).not.toMatch(/Siti|6471/);
  });

  it.each([
    ['semicolons, decimal comma, CRLF', HEADER.replaceAll(',', ';'), ';', '\r\n'],
    ['tabs', HEADER.replaceAll(',', '\t'), '\t', '\n'],
    ['a byte order mark', `\uFEFF${HEADER}`, ',', '\n'],
    ['lone carriage returns', HEADER, ',', '\r'],
  ])('with %s is read', async (_what, head, delimiter, end) => {
    const cells = { ...ROW, ...(delimiter === ';' ? { longitude: '116,83', latitude: '-1,26' } : {}) };
    const { result } = await house.tryFile([head, Object.values(cells).join(delimiter), ''].join(end));
    expect(result).toMatchObject({ step: 'check', counts: { accepted: 1, rejected: 0 } });
  });

  it('in Windows-1252 is read', async () => {
    const file = csvOf([{ victims: '2\u20134' }]);
    // An en dash is byte 0x96 there.
    const bytes = Buffer.from(file.replace('\u2013', '\x96'), 'latin1');
    expect((await house.tryFile(bytes)).result).toMatchObject({ step: 'check', counts: { accepted: 1 } });
  });

  it('keeps row numbers over empty rows and quoted line ends', async () => {
    const [head, first] = csvOf([{}]).split('\n');
    const { rejected } = await house.tryFile(`${head}\n\n${first}\n"x\ny",${first?.slice(8)}\n${first}`);
    expect(rejected).toEqual(['4 month not_a_month']);
  });
});
