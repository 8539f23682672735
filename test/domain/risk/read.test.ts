import { describe, expect, it } from 'vitest';
import type { Area } from '../../../domain/area.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { readAll, readFactor } from '../../../domain/risk/read.ts';
import { row } from '../evidence-row.ts';

const OPTIONS = { minimumGrade: 'C', asOf: '2026-11-24' } as const;

function pointOf(rows: readonly Evidence[], minimumGrade: 'B' | 'C' | 'D' = 'C') {
  const reading = readFactor(rows, { ...OPTIONS, minimumGrade });
  return reading.status === 'observed' ? reading.interval.point : null;
}

describe('readFactor', () => {
  it('is unknown without a row that reads, never 0', () => {
    expect(readFactor([], OPTIONS).status).toBe('unknown');
    expect(readFactor([row({ direction: 'neutral', strength: null })], OPTIONS)).toEqual({
      status: 'unknown',
      informs: ['EV900'],
      lowers: [],
      contradicted: [],
    });
  });

  it.each([
    ['limited', 0, 0.25, 0.5],
    ['present', 0.25, 0.5, 0.75],
    ['named', 0.5, 0.75, 1],
    ['principal', 0.75, 0.9, 1],
  ] as const)('reads %s', (strength, low, point, high) => {
    expect(readFactor([row({ strength })], OPTIONS)).toMatchObject({ interval: { low, point, high }, strength });
  });

  it('lets the best grade speak even when a lower grade says more', () => {
    const rows = [
      row({ id: 'EV901', grade: 'C', strength: 'principal' }),
      row({ id: 'EV902', grade: 'B', strength: 'limited' }),
    ];
    const reading = readFactor(rows, OPTIONS);
    expect(reading).toMatchObject({ grade: 'B', speaks: ['EV902'], informs: ['EV901'], interval: { point: 0.25 } });
  });

  it('within a grade lets the strongest finding speak, equals together, newest first', () => {
    const rows = [
      row({ id: 'EV901', strength: 'limited' }),
      row({ id: 'EV902', strength: 'named', sourceDate: '2020' }),
      row({ id: 'EV903', strength: 'named', sourceDate: '2025-02' }),
    ];
    const reading = readFactor(rows, OPTIONS);
    expect(reading).toMatchObject({
      speaks: ['EV903', 'EV902'],
      informs: ['EV901'],
      newestDate: '2025-02',
      old: false,
    });
  });

  it('does not read below the minimum grade, and still lists the row', () => {
    const rows = [row({ grade: 'C' })];
    expect(pointOf(rows, 'C')).toBe(0.5);
    expect(readFactor(rows, { ...OPTIONS, minimumGrade: 'B' })).toMatchObject({
      status: 'unknown',
      informs: ['EV900'],
    });
    expect(pointOf([row({ grade: 'D' })])).toBeNull();
    expect(pointOf([row({ grade: 'D' })], 'D')).toBe(0.5);
  });

  it('shows a lowers row with what it contradicts, without a change of the reading', () => {
    const raises = row({ id: 'EV901', strength: 'named' });
    const lowers = row({ id: 'EV902', direction: 'lowers', strength: null });
    const reading = readFactor([raises, lowers], OPTIONS);
    expect(reading).toMatchObject({ interval: { point: 0.75 }, lowers: ['EV902'], contradicted: ['EV901'] });
    expect(pointOf([lowers])).toBeNull();
    expect(pointOf([raises, row({ direction: 'lowers', strength: 'limited' })])).toBe(0.75);
  });

  it('reads a measured absence low, and refuses absence by statement', () => {
    const measured = row({ kind: 'measurement', direction: 'lowers', strength: 'absent' });
    expect(readFactor([measured], OPTIONS)).toMatchObject({ interval: { low: 0, point: 0, high: 0.25 }, lowers: [] });
    expect(pointOf([row({ kind: 'statement', strength: 'absent' })])).toBeNull();
  });

  it('reads a measurement at its goalpost value', () => {
    const measured = { value: 15, goalLow: 10, goalHigh: 20, unit: 'per km2' };
    const reading = readFactor([row({ kind: 'measurement', strength: null, measured })], OPTIONS);
    expect(reading).toMatchObject({ interval: { low: 0.5, point: 0.5, high: 0.5 }, strength: null });
  });

  it.each([
    ['2023-11-24', false],
    ['2023-11-23', true],
    ['2023-10-24', true],
    ['2023-11', false],
    ['2022', true],
    ['2023', false],
  ])('marks %s as old: %s (36 months at the edition date)', (sourceDate, old) => {
    expect(readFactor([row({ sourceDate })], OPTIONS)).toMatchObject({ old });
  });

  it('counts what has no date, and does not call it old', () => {
    const rows = [row({ id: 'EV901', sourceDate: null }), row({ id: 'EV902', sourceDate: '2025' })];
    expect(readFactor(rows, OPTIONS)).toMatchObject({ undatedCount: 1, newestDate: '2025', old: false });
    expect(readFactor([row({ sourceDate: null })], OPTIONS)).toMatchObject({
      newestDate: null,
      old: false,
      undatedCount: 1,
    });
  });
});

describe('readAll', () => {
  const area = (code: string, level: Area['level'], parentCode: string | null): Area => ({
    code,
    level,
    parentCode,
    name: code,
    validFrom: null,
    validTo: null,
  });
  const areas = [
    area('64.71', 'kota', null),
    area('64.71.01', 'kecamatan', '64.71'),
    area('64.71.01.1001', 'kelurahan', '64.71.01'),
    area('64.71.01.1002', 'kelurahan', '64.71.01'),
  ];

  it('counts a kelurahan for its kecamatan, never copies down, keeps the city apart', () => {
    const evidence = [
      row({ id: 'EV901', areaCode: '64.71.01.1001', factor: 'trade', strength: 'named' }),
      row({ id: 'EV902', areaCode: '64.71.01', factor: 'nature_tourism' }),
      row({ id: 'EV903', areaCode: '64.71', factor: 'ikn_gateway' }),
    ];
    const readings = readAll(areas, evidence, OPTIONS);
    const status = (code: string) =>
      Object.entries(readings.get(code) ?? {}).flatMap(([f, r]) => (r.status === 'observed' ? [f] : []));
    expect([...readings.keys()]).toEqual(['64.71.01', '64.71.01.1001', '64.71.01.1002']);
    expect(status('64.71.01')).toEqual(['trade', 'nature_tourism']);
    expect(readings.get('64.71.01')?.trade).toMatchObject({ strength: 'named' });
    expect(status('64.71.01.1001')).toEqual(['trade']);
    expect(status('64.71.01.1002')).toEqual([]);
  });
});
