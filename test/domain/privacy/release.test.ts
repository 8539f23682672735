import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandTable } from '../../../domain/privacy/band-table.ts';
import { cellKey, releasedCells } from '../../../domain/privacy/release.ts';

const FRAME = { placeRole: 'transit', areaCodes: ['a', 'b'], years: [2025, 2026] } as const;
const COUNTS = [
  { areaCode: 'a', year: 2025, count: 12 },
  { areaCode: 'b', year: 2026, count: 30 },
];

describe('releasedCells', () => {
  it('reads every figure of a table as the attacker does, totals too', () => {
    const cells = releasedCells(bandTable(FRAME, COUNTS));
    expect(cells.map(({ key, parts, low, high }) => [key, parts.length, low, high])).toEqual([
      ['transit:a:2025', 1, 11, 19],
      ['transit:a:2026', 1, 0, 10],
      ['transit:b:2025', 1, 0, 10],
      ['transit:b:2026', 1, 20, null],
      ['transit:a:2025-2026', 2, 11, null],
      ['transit:b:2025-2026', 2, 11, null],
      ['transit:a+b:2025', 2, 11, null],
      ['transit:a+b:2026', 2, 11, null],
      ['transit:a+b:2025-2026', 4, 11, null],
    ]);
    expect(cells.at(-1)?.parts).toEqual(
      ['a', 'b'].flatMap((area) => [2025, 2026].map((year) => cellKey('transit', area, year))),
    );
    expect(cells[0]?.parts).toEqual([cells[0]?.key]);
  });

  it('names years with a gap one by one', () => {
    const keys = releasedCells(bandTable({ ...FRAME, years: [2023, 2026] }, [])).map(({ key }) => key);
    expect(keys).toContain('transit:a:2023+2026');
  });

  it('says of every figure an interval that holds the truth', () => {
    const count = fc.nat({ max: 40 });
    fc.assert(
      fc.property(count, count, count, count, (...counts) => {
        const cells = FRAME.areaCodes.flatMap((areaCode) => FRAME.years.map((year) => ({ areaCode, year })));
        const truth = new Map(
          cells.map(({ areaCode, year }, index) => [cellKey('transit', areaCode, year), counts[index] ?? 0]),
        );
        const table = bandTable(
          FRAME,
          cells.map((cell, index) => ({ ...cell, count: counts[index] ?? 0 })),
        );
        for (const { parts, low, high } of releasedCells(table)) {
          const sum = parts.reduce((total, part) => total + (truth.get(part) ?? Number.NaN), 0);
          expect(sum >= low && (high === null || sum <= high)).toBe(true);
        }
      }),
    );
  });
});
