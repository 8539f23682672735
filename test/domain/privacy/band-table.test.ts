import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, totalBandOf } from '../../../domain/privacy/band.ts';
import { type AreaYearCount, type BandFrame, bandTable } from '../../../domain/privacy/band-table.ts';

const FRAME: BandFrame = { placeRole: 'exploitation', areaCodes: ['a', 'b', 'c'], years: [2025, 2026] };
const CELLS = FRAME.areaCodes.flatMap((areaCode) => FRAME.years.map((year) => ({ areaCode, year })));
const counts = fc
  .array(fc.nat({ max: 30 }), { minLength: CELLS.length, maxLength: CELLS.length })
  .map((list): AreaYearCount[] => CELLS.map((cell, i) => ({ ...cell, count: list[i] ?? 0 })));

describe('bandTable', () => {
  it('bands the true totals, not the sum of bands', () => {
    const table = bandTable(FRAME, [
      { areaCode: 'a', year: 2025, count: 6 },
      { areaCode: 'a', year: 2026, count: 6 },
      { areaCode: 'b', year: 2026, count: 12 },
    ]);
    expect(table.rows).toEqual([
      { areaCode: 'a', bands: ['0-10', '0-10'], total: '11+' },
      { areaCode: 'b', bands: ['0-10', '11-19'], total: '11+' },
      { areaCode: 'c', bands: ['0-10', '0-10'], total: '0-10' },
    ]);
    expect(table.totals).toEqual(['0-10', '11+']);
    expect(table.total).toBe('11+');
  });

  it('has every row and column of the frame when nothing is recorded', () => {
    const table = bandTable(FRAME, []);
    expect(table.rows.map(({ areaCode, bands }) => [areaCode, ...bands])).toEqual([
      ['a', '0-10', '0-10'],
      ['b', '0-10', '0-10'],
      ['c', '0-10', '0-10'],
    ]);
  });

  it('changes no byte while no band changes', () => {
    const bandsOf = (list: readonly AreaYearCount[]) => {
      const sums = new Map<string, number>();
      for (const { areaCode, year, count } of list) {
        for (const key of [`${areaCode}${year}`, areaCode, String(year), 'all'])
          sums.set(key, (sums.get(key) ?? 0) + count);
      }
      return JSON.stringify([...sums].map(([key, sum]) => [key, key.length > 4 ? bandOf(sum) : totalBandOf(sum)]));
    };
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const sameBands = bandsOf(one) === bandsOf(other);
        const sameBytes = JSON.stringify(bandTable(FRAME, one)) === JSON.stringify(bandTable(FRAME, other));
        expect(sameBytes).toBe(sameBands);
      }),
    );
  });

  it('holds no number but the years', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const numbers: number[] = [];
        JSON.stringify(bandTable(FRAME, list), (_, value: unknown) => {
          if (typeof value === 'number') numbers.push(value);
          return value;
        });
        expect(numbers).toEqual([...FRAME.years]);
      }),
    );
  });

  it('refuses a count outside the frame, twice, or no count', () => {
    const cell = { areaCode: 'a', year: 2025, count: 1 };
    expect(() => bandTable(FRAME, [{ ...cell, areaCode: 'z' }])).toThrow('outside the frame');
    expect(() => bandTable(FRAME, [{ ...cell, year: 2024 }])).toThrow('outside the frame');
    expect(() => bandTable(FRAME, [cell, cell])).toThrow('twice');
    expect(() => bandTable(FRAME, [{ ...cell, count: 0.5 }])).toThrow('not a count');
  });
});
