import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE_ROLES, type PlaceRole } from '../../../domain/incident.ts';
import { auditRelease } from '../../../domain/privacy/audit-release.ts';
import { bandOf } from '../../../domain/privacy/band.ts';
import { type AreaYearCount, type BandFrame, bandTable } from '../../../domain/privacy/band-table.ts';
import { bandYears } from '../../../domain/privacy/band-years.ts';
import { EXTERNAL_FACTS, factStatements } from '../../../domain/privacy/external-facts.ts';
import { cellKey, type Release } from '../../../domain/privacy/release.ts';
import { bandReleases } from '../../../server/services/band-release.ts';
import { solveInteger } from '../../../server/services/integer-solver.ts';
import type { AuditEntry } from '../../../server/store/contract/audit-store.ts';
import type { ReleaseStore } from '../../../server/store/contract/release-store.ts';

const AREAS = ['64.71.01', '64.71.02', '64.71.03', '64.71.04', '64.71.05', '64.71.06'];
const YEARS = bandYears(2026);
const frameOf = (placeRole: PlaceRole, years = YEARS): BandFrame => ({ placeRole, areaCodes: AREAS, years });
const FRAME = frameOf('exploitation');
const TWO_YEARS = frameOf('exploitation', [2026, 2027]);
const count = (areaCode: string, year: number, n: number): AreaYearCount => ({ areaCode, year, count: n });

function service() {
  const ledger: Release[] = [];
  const lines: AuditEntry[] = [];
  const rivals: Release[] = [];
  let audits = 0;
  const releases: ReleaseStore = {
    releases: async () => [...ledger],
    last: async (name) => ledger.findLast((one) => one.name === name) ?? null,
    append: async (release, line) => {
      const rival = rivals.pop();
      if (rival) ledger.push({ ...rival, seq: ledger.length + 1 });
      if (release.seq !== ledger.length + 1) return false;
      ledger.push(release);
      lines.push(line);
      return true;
    },
  };
  const parts = {
    releases,
    audit: { append: async (line: AuditEntry) => void lines.push(line) },
    solver: (program: Parameters<typeof solveInteger>[0]) => {
      audits += 1;
      return solveInteger(program);
    },
    now: () => new Date('2026-11-24T08:00:00Z'),
  };
  return { ...bandReleases(parts), ledger, lines, rivals, solved: () => audits };
}

describe('bandReleases', () => {
  it('releases the first table and then the same bytes while no band changes', async () => {
    const { release, ledger, lines } = service();
    const first = await release(FRAME, []);
    expect(JSON.parse(first.shown?.table ?? '')).toEqual(bandTable(FRAME, []));
    expect(first.refused).toEqual([]);
    for (const n of [1, 5, 10]) expect((await release(FRAME, [count('64.71.05', 2026, n)])).shown).toBe(ledger[0]);
    expect(ledger).toHaveLength(1);
    expect(lines.map(({ action, subject }) => [action, subject])).toEqual([['bands_released', 'bands/exploitation']]);
  });

  it('releases a new table when a band changes and the audit lets it', async () => {
    const { release, ledger } = service();
    await release(FRAME, []);
    const counts = [count('64.71.05', 2026, 21)];
    const { shown, refused } = await release(FRAME, counts);
    expect(refused).toEqual([]);
    expect(JSON.parse(shown?.table ?? '')).toEqual(bandTable(FRAME, counts));
    expect(ledger.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('keeps the last table and names the cells when a table would narrow one', async () => {
    const { release, ledger, lines, solved } = service();
    await release(TWO_YEARS, []);
    // 11 or more in two years of at most 10: neither is 0.
    const narrow = [count('64.71.05', 2026, 6), count('64.71.05', 2027, 6)];
    const { shown, refused } = await release(TWO_YEARS, narrow);
    expect(shown).toBe(ledger[0]);
    expect(ledger).toHaveLength(1);
    const cells = [2026, 2027].map((year) => cellKey('exploitation', '64.71.05', year));
    for (const key of cells)
      expect(refused).toContainEqual({ key, low: 1, high: 10, lowByFacts: 0, highByFacts: null });
    expect(lines.at(-1)).toMatchObject({ action: 'bands_refused', subject: 'bands/exploitation' });
    expect(lines.at(-1)?.detail.cells).toEqual(refused.map(({ key }) => key));
    const before = solved();
    expect(await release(TWO_YEARS, narrow)).toEqual({ shown, refused });
    expect(solved(), 'judged once').toBe(before);
    expect(lines).toHaveLength(2);
    await release(TWO_YEARS, [count('64.71.05', 2026, 12)]);
    expect(ledger, 'a later table may pass again').toHaveLength(2);
  });

  it('shows nothing where not even the first table passes', async () => {
    const { release } = service();
    const narrow = [count('64.71.05', 2026, 6), count('64.71.05', 2027, 6)];
    const { shown, refused } = await release(TWO_YEARS, narrow);
    expect(shown).toBe(null);
    expect(refused).not.toEqual([]);
  });

  it('does not stand still when one kecamatan passes ten', async () => {
    const { release, ledger } = service();
    for (const n of [0, 6, 12, 18, 24]) {
      const counts = [count('64.71.05', 2026, n), count('64.71.01', 2026, 1)];
      expect((await release(FRAME, counts)).shown?.table).toBe(JSON.stringify(bandTable(FRAME, counts)));
    }
    expect(ledger).toHaveLength(3);
  });

  it('keeps a series for each place role', async () => {
    const { release, ledger } = service();
    for (const role of PLACE_ROLES) await release(frameOf(role), []);
    await release(frameOf('transit'), [count('64.71.01', 2026, 30)]);
    expect(ledger.map(({ name }) => name)).toEqual([...PLACE_ROLES.map((role) => `bands/${role}`), 'bands/transit']);
  });

  it('judges anew when another table came between', async () => {
    const { release, ledger, rivals } = service();
    const other = service();
    await other.release(frameOf('transit'), []);
    rivals.push(...other.ledger);
    const { shown } = await release(FRAME, []);
    expect(ledger.map(({ seq, name }) => [seq, name])).toEqual([
      [1, 'bands/transit'],
      [2, 'bands/exploitation'],
    ]);
    expect(shown).toBe(ledger[1]);
  });

  it('leaves out what the frame has no row or column for', async () => {
    const { release } = service();
    const odd = [count('64.71', 2026, 50), count('64.71.01', 2009, 50)];
    expect((await release(FRAME, odd)).shown?.table).toBe(JSON.stringify(bandTable(FRAME, [])));
  });

  it('lets the table grow by a year', async () => {
    const { release, ledger } = service();
    await release(FRAME, [count('64.71.01', 2026, 25)]);
    const next = await release(frameOf('exploitation', bandYears(2027)), [count('64.71.01', 2026, 25)]);
    expect(next.refused).toEqual([]);
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
          const shown = (await one.release(FRAME, list)).shown?.table;
          const twin = sameBands(list);
          expect((await other.release(FRAME, twin)).shown?.table).toBe(shown);
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
