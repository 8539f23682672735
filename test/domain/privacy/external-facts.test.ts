import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackerBounds } from '../../../domain/privacy/attack.ts';
import { auditRelease } from '../../../domain/privacy/audit-release.ts';
import { type AreaYearCount, bandTable } from '../../../domain/privacy/band-table.ts';
import { EXTERNAL_FACTS, factStatements } from '../../../domain/privacy/external-facts.ts';
import { cellKey, releasedCells } from '../../../domain/privacy/release.ts';
import { solveInteger } from '../../../server/services/integer-solver.ts';

const KECAMATAN_CODES = ['64.71.01', '64.71.02', '64.71.03', '64.71.04', '64.71.05', '64.71.06'];
const FACTS = factStatements(EXTERNAL_FACTS, KECAMATAN_CODES);
const frame = (years: readonly number[]) => ({ placeRole: 'exploitation', areaCodes: KECAMATAN_CODES, years }) as const;
const verdict = (years: readonly number[], counts: readonly AreaYearCount[]) =>
  auditRelease([], { cells: releasedCells(bandTable(frame(years), counts)) }, FACTS, solveInteger);

describe('external facts', () => {
  it('are dated and say who published them', () => {
    for (const fact of EXTERNAL_FACTS) {
      expect(fact.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(fact.publisher).not.toBe('');
      expect(fact.evidenceId).toMatch(/^EV\d+$/);
    }
  });

  it('put every kecamatan of 2025 into 0–2 whatever we do, and say nothing of another year', () => {
    const cells = KECAMATAN_CODES.flatMap((areaCode) => [2025, 2026].map((year) => cellKey('transit', areaCode, year)));
    const bounds = attackerBounds(
      FACTS,
      cells.map((key) => ({ key, cells: [key] })),
      solveInteger,
    );
    for (const cell of cells) {
      expect(bounds?.get(cell), cell).toEqual({ low: 0, high: cell.endsWith('2025') ? 2 : null });
    }
  });

  it('and the first table of bands together narrow nothing', () => {
    expect(verdict([2023, 2024, 2025, 2026], [])).toEqual({ ok: true });
    expect(verdict([2025, 2026], [{ areaCode: '64.71.01', year: 2025, count: 2 }])).toEqual({ ok: true });
  });

  it('name the cells that a total and a fact together give away', () => {
    // At most 2 in 2025 by the fact, 11 or more in both years by the total: 9 or 10 in 2026.
    const counts = [
      { areaCode: '64.71.01', year: 2025, count: 2 },
      { areaCode: '64.71.01', year: 2026, count: 9 },
    ];
    const found = verdict([2025, 2026], counts);
    const cells = found.ok ? [] : found.cells.filter(({ key }) => key.includes(':64.71.01:'));
    expect(cells).toEqual([
      { key: cellKey('exploitation', '64.71.01', 2025), low: 1, high: 2, lowByFacts: 0, highByFacts: 2 },
      { key: cellKey('exploitation', '64.71.01', 2026), low: 9, high: 10, lowByFacts: 0, highByFacts: null },
    ]);
  });

  it('hold back none of many tables of four years', () => {
    const some = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 25 }));
    const years = [2023, 2024, 2025, 2026];
    const cells = KECAMATAN_CODES.flatMap((areaCode) => years.map((year) => ({ areaCode, year })));
    fc.assert(
      fc.property(fc.array(some, { minLength: cells.length, maxLength: cells.length }), (counts) => {
        expect(
          verdict(
            years,
            cells.map((cell, index) => ({ ...cell, count: counts[index] ?? 0 })),
          ),
        ).toEqual({ ok: true });
      }),
      { numRuns: 60, seed: 20251112 },
    );
  });
});
