import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE_ROLES } from '../../../domain/incident.ts';
import { auditRelease } from '../../../domain/privacy/audit-release.ts';
import { bandOf } from '../../../domain/privacy/band.ts';
import { type AreaYearCount, bandTable } from '../../../domain/privacy/band-table.ts';
import { bandYears } from '../../../domain/privacy/band-years.ts';
import { EXTERNAL_FACTS, factStatements } from '../../../domain/privacy/external-facts.ts';
import { cellKey } from '../../../domain/privacy/release.ts';
import { solveInteger } from '../../../server/services/integer-solver.ts';

import { AREAS, count, FRAME, frameOf, refusedOf, service, TWO_YEARS } from './band-service.ts';

describe('bandReleases', () => {
  it('releases the first table and then the same bytes while no band changes', async () => {
    const { next, ledger, lines } = service();
    const first = await next(FRAME, []);
    expect(JSON.parse(first.shown?.table ?? '')).toEqual(bandTable(FRAME, []));
    expect(first.verdict).toEqual({ outcome: 'released' });
    for (const n of [1, 5, 10]) {
      const { shown, verdict } = await next(FRAME, [count('64.71.05', 2026, n)]);
      expect([shown?.table, verdict.outcome]).toEqual([first.shown?.table, 'unchanged']);
    }
    expect(ledger.map(({ hash }) => hash)).toEqual(Array.from({ length: 4 }, () => first.shown?.hash));
    expect(lines.map(({ action, subject }) => [action, subject])).toEqual(
      Array.from({ length: 4 }, () => ['bands_released', 'bands/exploitation']),
    );
  });

  it('releases a new table when a band changes and the audit lets it', async () => {
    const { next, ledger } = service();
    await next(FRAME, []);
    const counts = [count('64.71.05', 2026, 21)];
    const { shown, verdict } = await next(FRAME, counts);
    expect(verdict.outcome).toBe('released');
    expect(JSON.parse(shown?.table ?? '')).toEqual(bandTable(FRAME, counts));
    expect(ledger.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('keeps the last table and names the cells when a table would narrow one', async () => {
    const { next, ask, ledger, lines, judged } = service();
    await next(TWO_YEARS, []);
    // 11 or more in two years of at most 10: neither is 0.
    const narrow = [count('64.71.05', 2026, 6), count('64.71.05', 2027, 6)];
    const found = await next(TWO_YEARS, narrow);
    const refused = refusedOf(found);
    expect(found.shown?.table).toBe(ledger[0]?.table);
    const cells = [2026, 2027].map((year) => cellKey('exploitation', '64.71.05', year));
    for (const key of cells)
      expect(refused).toContainEqual({ key, low: 1, high: 10, lowByFacts: 0, highByFacts: null });
    expect(lines.at(-1)).toMatchObject({ action: 'bands_refused', subject: 'bands/exploitation' });
    expect(lines.at(-1)?.detail.cells).toEqual(refused.map(({ key }) => key));
    const before = judged();
    expect((await ask(TWO_YEARS, narrow)).verdict).toEqual({ outcome: 'settled' });
    expect(judged(), 'judged once in a quarter').toBe(before);
    expect(lines).toHaveLength(2);
    const later = await next(TWO_YEARS, [count('64.71.05', 2026, 12)]);
    expect(later.verdict.outcome, 'a later table may pass again').toBe('released');
  });

  it('shows nothing where not even the first table passes', async () => {
    const { next, ask } = service();
    const narrow = [count('64.71.05', 2026, 6), count('64.71.05', 2027, 6)];
    const found = await next(TWO_YEARS, narrow);
    expect(found.shown).toBe(null);
    expect(refusedOf(found)).not.toEqual([]);
    const again = await ask(TWO_YEARS, [count('64.71.05', 2026, 12)]);
    expect([again.shown, again.verdict.outcome], 'nor later in the quarter').toEqual([null, 'settled']);
    expect((await next(TWO_YEARS, [count('64.71.05', 2026, 12)])).shown).not.toBe(null);
  });

  it('does not stand still when one kecamatan passes ten', async () => {
    const { next, ledger } = service();
    for (const n of [0, 6, 12, 18, 24]) {
      const counts = [count('64.71.05', 2026, n), count('64.71.01', 2026, 1)];
      expect((await next(FRAME, counts)).shown?.table).toBe(JSON.stringify(bandTable(FRAME, counts)));
    }
    expect(new Set(ledger.map(({ hash }) => hash)).size).toBe(3);
  });

  it('keeps a series for each place role', async () => {
    const { next, ledger } = service();
    for (const role of PLACE_ROLES) await next(frameOf(role), []);
    await next(frameOf('transit'), [count('64.71.01', 2026, 30)]);
    expect(ledger.map(({ name }) => name)).toEqual([...PLACE_ROLES.map((role) => `bands/${role}`), 'bands/transit']);
  });

  it('judges anew when another table came between', async () => {
    const { next, ledger, rivals } = service();
    const other = service();
    await other.next(frameOf('transit'), []);
    rivals.push(...other.ledger);
    const { shown } = await next(FRAME, []);
    expect(ledger.map(({ seq, name }) => [seq, name])).toEqual([
      [1, 'bands/transit'],
      [2, 'bands/exploitation'],
    ]);
    expect(shown).toBe(ledger[1]);
  });

  it('leaves out what the frame has no row or column for', async () => {
    const { next } = service();
    const odd = [count('64.71', 2026, 50), count('64.71.01', 2009, 50)];
    expect((await next(FRAME, odd)).shown?.table).toBe(JSON.stringify(bandTable(FRAME, [])));
  });

  it('lets the table grow by a year', async () => {
    const { next, ledger } = service();
    await next(FRAME, [count('64.71.01', 2026, 25)]);
    const grown = await next(frameOf('exploitation', bandYears(2027)), [count('64.71.01', 2026, 25)]);
    expect(grown.verdict.outcome).toBe('released');
    expect(ledger).toHaveLength(2);
  });

  it('shows bytes that hang on the bands alone, through any history, and no ledger that narrows a cell', async () => {
    const step = fc.record({
      area: fc.constantFrom(...AREAS),
      year: fc.constantFrom(2025, 2026),
      n: fc.integer({ min: -3, max: 14 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const [one, other] = [service(), service()];
        const counts = new Map<string, AreaYearCount>();
        for (const { area, year, n } of steps) {
          const key = `${area} ${year}`;
          const now = Math.max(0, (counts.get(key)?.count ?? 0) + n);
          counts.set(key, count(area, year, now));
          const list = [...counts.values()];
          const shown = (await one.next(FRAME, list)).shown?.table;
          const twin = sameBands(list);
          expect((await other.next(FRAME, twin)).shown?.table).toBe(shown);
        }
        one.ledger.forEach((release, index) => {
          const verdict = auditRelease(
            one.ledger.slice(0, index),
            release,
            factStatements(EXTERNAL_FACTS, AREAS),
            solveInteger,
          );
          expect(verdict).toEqual({ ok: true });
        });
      }),
      { numRuns: 12 },
    );
  });
});

/** Other counts with the same table of bands: one event more or less, where no band minds. */
function sameBands(counts: readonly AreaYearCount[]): readonly AreaYearCount[] {
  const table = JSON.stringify(bandTable(FRAME, counts));
  return counts.reduce<readonly AreaYearCount[]>((list, cell, index) => {
    const options = [cell.count + 1, cell.count - 1].filter((n) => n >= 0 && bandOf(n) === bandOf(cell.count));
    const moved = options.map((n) => list.map((old, position) => (position === index ? { ...old, count: n } : old)));
    return moved.find((option) => JSON.stringify(bandTable(FRAME, option)) === table) ?? list;
  }, counts);
}
