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

  it('name the cell that a total of bands gives away', () => {
    const counts = [{ areaCode: '64.71.01', year: 2026, count: 12 }];
    const found = verdict([2025, 2026], counts);
    expect(found.ok ? [] : found.cells).toContainEqual({
      key: cellKey('exploitation', '64.71.02', 2026),
      low: 0,
      high: 8,
      lowByFacts: 0,
      highByFacts: null,
    });
  });
});
