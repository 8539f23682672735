import { describe, expect, it } from 'vitest';
import { bandsOfYear, shownYear, withBands } from '../../../client/bands/bands-of-year.ts';
import type { BandTable } from '../../../domain/privacy/band-table.ts';
import { areaRow } from '../map/area-row.ts';

const TABLE: BandTable = {
  placeRole: 'transit',
  years: [2024, 2025, 2026],
  rows: [
    { areaCode: 'a', bands: ['0-10', '11-19', '20+'], total: '11+' },
    { areaCode: 'b', bands: ['20+', '0-10', '0-10'], total: '11+' },
  ],
  totals: ['11+', '11+', '11+'],
  total: '11+',
};

describe('the year that is shown', () => {
  it('is the chosen one where the table has it, else the newest', () => {
    expect(shownYear(TABLE, 2025)).toBe(2025);
    expect(shownYear(TABLE, null)).toBe(2026);
    expect(shownYear(TABLE, 2019)).toBe(2026);
  });
});

describe('the bands of a year', () => {
  it('are those of its column', () => {
    expect([...bandsOfYear(TABLE, 2025)]).toEqual([
      ['a', '11-19'],
      ['b', '0-10'],
    ]);
    expect(bandsOfYear(TABLE, 2019).size).toBe(0);
  });

  it('stand beside the assessment and change nothing of it', () => {
    const rows = [areaRow({ code: 'a', status: 'low' }), areaRow({ code: 'b', status: 'high' })];
    const shown = withBands(rows, TABLE, 2024);
    expect(shown.map(({ recorded }) => recorded)).toEqual(['0-10', '20+']);
    expect(shown.map(({ recorded: _, ...row }) => row)).toEqual(rows);
    expect(rows.every((row) => !('recorded' in row))).toBe(true);
  });

  it('leave an area unknown that the table has no row for: never a low number', () => {
    const [row] = withBands([areaRow({ code: 'z' })], TABLE, 2026);
    expect(row?.recorded).toBeUndefined();
  });
});
