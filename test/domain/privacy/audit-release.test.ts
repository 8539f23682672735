import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRelease } from '../../../domain/privacy/audit-release.ts';
import type { CountInterval } from '../../../domain/privacy/band.ts';
import type { ReleasedCell } from '../../../domain/privacy/release.ts';
import {
  countBehindRate,
  exactly,
  randomlyRoundedTo3,
  roundedTo,
  sumBetween,
} from '../../../domain/privacy/statement.ts';
import { solveInteger } from '../../../server/services/integer-solver.ts';
import { enumerateBounds } from './enumerate.ts';

const figure = (parts: string, interval: CountInterval): ReleasedCell => ({
  key: parts,
  parts: parts.split('+'),
  ...interval,
});
const between = (low: number, high: number | null): CountInterval => ({ low, high });
const audit = (cells: readonly ReleasedCell[], ledger: readonly (readonly ReleasedCell[])[] = []) =>
  auditRelease(
    ledger.map((list) => ({ cells: list })),
    { cells },
    [],
    solveInteger,
  );
const refused = (...cells: readonly (readonly [string, number, number | null])[]) => ({
  ok: false,
  cells: cells.map(([key, low, high]) => ({ key, low, high, lowByFacts: 0, highByFacts: null })),
});

describe('auditRelease names the cell that', () => {
  it('is the only hidden one under a total', () => {
    expect(audit([figure('a+b', exactly(14)), figure('b', exactly(11))])).toEqual(refused(['a', 3, 3]));
  });

  it('is one of two with remainder 2 when zeros are shown', () => {
    const hidden = between(1, 9);
    const cells = [figure('a', hidden), figure('b', hidden), figure('a+b', exactly(2))];
    expect(audit(cells)).toEqual(refused(['a', 1, 1], ['b', 1, 1], ['a+b', 2, 2]));
  });

  it('is one of two whose remainder is twice the most', () => {
    const hidden = between(0, 9);
    const cells = [figure('a', hidden), figure('b', hidden), figure('a+b', exactly(18))];
    expect(audit(cells)).toEqual(refused(['a', 9, 9], ['b', 9, 9]));
  });

  it('lies between nested windows of two releases', () => {
    const untilJune = [figure('january-june', exactly(12))];
    const untilJuly = [figure('january-june+july', exactly(13))];
    expect(audit(untilJuly)).toEqual({ ok: true });
    expect(audit(untilJuly, [untilJune])).toEqual(refused(['july', 1, 1]));
  });

  it('lies in overlapping windows', () => {
    const first = [figure('q1+q2', exactly(20)), figure('q2+q3', exactly(20))];
    expect(audit(first)).toEqual({ ok: true });
    expect(audit([figure('q1+q2+q3', exactly(37))], [first])).toEqual(refused(['q2', 3, 3]));
  });

  it('stands in an L without a cycle', () => {
    const cells = [
      figure('a+b', exactly(15)),
      figure('c', exactly(14)),
      figure('a', exactly(12)),
      figure('b+c', exactly(17)),
    ];
    expect(audit(cells)).toEqual(refused(['b', 3, 3]));
  });

  it('is rounded beside an exact total', () => {
    const cells = [figure('a', roundedTo(5, 5)), figure('b', roundedTo(5, 5)), figure('a+b', exactly(14))];
    expect(audit(cells)).toEqual(refused(['a', 7, 7], ['b', 7, 7]));
  });

  it('is rounded at random beside an exact total', () => {
    const total = (count: number) => figure('a+b', exactly(count));
    const rounded = [figure('a', randomlyRoundedTo3(3)), figure('b', randomlyRoundedTo3(12))];
    expect(audit([...rounded, total(19)])).toEqual(refused(['a', 5, 5]));
    expect(audit([...rounded, total(11)])).toEqual(refused(['a', 1, 1], ['b', 10, 10]));
  });

  it('is behind a published rate', () => {
    const rate = countBehindRate({ printed: 3.11, decimals: 2, perResidents: 100_000, population: 96_432 });
    expect(rate).toEqual({ low: 3, high: 3 });
    expect(audit([figure('a', rate)])).toEqual(refused(['a', 3, 3]));
  });

  it('loses its zero, or its ten, to a total in bands', () => {
    const hidden = between(0, 10);
    const many = between(11, 19);
    expect(audit([figure('a', hidden), figure('b', hidden), figure('a+b', many)])).toEqual(
      refused(['a', 1, 10], ['b', 1, 10]),
    );
    expect(audit([figure('a', hidden), figure('b', many), figure('a+b', many)])).toEqual(refused(['a', 0, 8]));
    expect(audit([figure('a', hidden), figure('b', hidden), figure('c', hidden), figure('a+b+c', many)])).toEqual({
      ok: true,
    });
  });
});

describe('auditRelease and external facts', () => {
  const city = [sumBetween(['a', 'b', 'c'], { low: 0, high: 2 })];
  const band = between(0, 10);
  const verdict = (cells: readonly ReleasedCell[]) => auditRelease([], { cells }, city, solveInteger);

  it('lets pass what the facts already give, and only that', () => {
    expect(verdict(['a', 'b', 'c'].map((cell) => figure(cell, band)))).toEqual({ ok: true });
    expect(verdict([figure('a', band), figure('b', between(0, 1))])).toEqual({
      ok: false,
      cells: [{ key: 'b', low: 0, high: 1, lowByFacts: 0, highByFacts: 2 }],
    });
  });

  it('leaves out facts that speak of another count', () => {
    expect(verdict([figure('a', between(11, 19)), figure('b', band)])).toEqual({ ok: true });
    expect(verdict([figure('a', between(11, 19)), figure('b', between(0, 5))])).toEqual(refused(['b', 0, 5]));
  });
});

describe('auditRelease and the ledger', () => {
  const band = between(0, 10);
  const many = between(11, 19);

  it('sees a count that grew as a new unknown, not smaller than before', () => {
    const before = [figure('a', band), figure('b', band), figure('c', band), figure('a+b+c', band)];
    const after = [figure('a', many), figure('b', band), figure('c', band), figure('a+b+c', between(20, null))];
    expect(audit(after, [before])).toEqual({ ok: true });
    const narrow = [figure('a', many), figure('b', between(0, 4)), figure('c', band)];
    expect(audit(narrow, [before])).toEqual(refused(['b', 0, 4]));
  });

  it('still knows after a change what counts were at least', () => {
    const before = [figure('a+b', between(20, null)), figure('c', band)];
    const after = [figure('b', band), figure('c', many)];
    expect(audit(before)).toEqual({ ok: true });
    expect(audit(after)).toEqual({ ok: true });
    expect(audit(after, [before])).toEqual(refused(['a', 10, null]));
  });

  it('takes a count that fell for a correction', () => {
    expect(audit([figure('a', band)], [[figure('a', many)]])).toEqual({ ok: true });
    expect(audit([figure('a', between(0, 9))], [[figure('a', many)]])).toEqual(refused(['a', 0, 9]));
  });

  it('asks nothing about tables that share no cell', () => {
    expect(audit([figure('a', band)], [[figure('z', exactly(1))]])).toEqual({ ok: true });
  });

  it('refuses to judge a table that contradicts itself', () => {
    expect(() => audit([figure('a', band), figure('a', many)])).toThrow('contradicts itself');
  });

  it('judges a table in two parts like the table at once', () => {
    const cell = fc.record({
      parts: fc.constantFrom('a', 'b', 'c', 'a+b', 'b+c', 'a+b+c'),
      low: fc.nat(8),
      width: fc.nat(14),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), fc.nat(1), (list, cut) => {
        const cells = list.map(({ parts, low, width }) => figure(parts, between(low, low + width)));
        const whole = tryAudit(cells);
        // A first part that would not have been released is in no ledger.
        fc.pre(whole !== null && audit(cells.slice(0, cut)).ok);
        expect(audit(cells.slice(cut), [cells.slice(0, cut)]).ok).toBe(whole?.ok);
      }),
    );
  });

  it('says the same as trying every table', () => {
    const domain = ['a', 'b', 'c'].map((cell) => figure(cell, between(0, 14)));
    const cell = fc.record({
      parts: fc.constantFrom('a', 'b', 'c', 'a+b', 'b+c', 'a+c', 'a+b+c'),
      low: fc.nat(25),
      width: fc.nat(12),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (list) => {
        const cells = [...domain, ...list.map(({ parts, low, width }) => figure(parts, between(low, low + width)))];
        const targets = [...new Map(cells.map((one) => [one.key, one.parts])).entries()].map(([key, parts]) => ({
          key,
          cells: parts,
        }));
        const bounds = enumerateBounds(
          ['a', 'b', 'c'],
          14,
          cells.map((one) => sumBetween(one.parts, one)),
          targets,
        );
        fc.pre(bounds !== null);
        const narrowed = [...(bounds ?? [])].filter(
          ([, { low, high }]) => low <= 10 && !(low === 0 && (high ?? 0) >= 10),
        );
        const verdict = audit(cells);
        const named = verdict.ok ? [] : verdict.cells.map(({ key, low, high }) => [key, { low, high }]);
        expect(new Map(named as [string, CountInterval][])).toEqual(new Map(narrowed));
      }),
      { numRuns: 60 },
    );
  });
});

function tryAudit(cells: readonly ReleasedCell[]) {
  try {
    return audit(cells);
  } catch {
    return null;
  }
}
