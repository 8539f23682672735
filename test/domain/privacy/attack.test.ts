import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackerBounds, type Target } from '../../../domain/privacy/attack.ts';
import type { Statement } from '../../../domain/privacy/integer-program.ts';
import { solveInteger } from '../../../server/services/integer-solver.ts';
import vector from '../../vectors/privacy_attacker.json' with { type: 'json' };
import { enumerateBounds } from './enumerate.ts';

const cellTargets = (cells: readonly string[]): Target[] => cells.map((key) => ({ key, cells: [key] }));

describe('attackerBounds on the vector privacy_attacker', () => {
  it.each(vector.cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const cells = one.truth.map((_count, index) => `cell ${index}`);
    const [low, high] = one.domain;
    const statements: Statement[] = [
      ...one.equalities.map(({ coef, rhs }) => ({
        terms: cells.map((cell, index): [string, number] => [cell, coef[index] ?? 0]),
        low: rhs,
        high: rhs,
      })),
      ...cells.map((cell) => ({ terms: [[cell, 1] as const], low: low ?? 0, high: high ?? null })),
    ];
    const bounds = attackerBounds(statements, cellTargets(cells), solveInteger);
    expect([...(bounds?.values() ?? [])].map((bound) => [bound.low, bound.high])).toEqual(one.bounds);
  });
});

const CELLS = ['a', 'b', 'c', 'd'];
const LARGEST = 5;
const inDomain: Statement[] = CELLS.map((cell) => ({ terms: [[cell, 1]], low: 0, high: LARGEST }));
const statement = fc
  .record({
    times: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 4, maxLength: 4 }),
    low: fc.option(fc.integer({ min: -4, max: 12 })),
    width: fc.option(fc.integer({ min: 0, max: 6 })),
  })
  .map(
    ({ times, low, width }): Statement => ({
      terms: CELLS.map((cell, index): [string, number] => [cell, times[index] ?? 0]),
      low,
      high: width === null ? null : (low ?? 0) + width,
    }),
  );

describe('attackerBounds', () => {
  it('equals the bounds found by trying every table', () => {
    const targets: Target[] = [...cellTargets(CELLS), { key: 'a+b', cells: ['a', 'b'] }];
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 5 }), (list) => {
        const statements = [...inDomain, ...list];
        const bounds = attackerBounds(statements, targets, solveInteger);
        expect(bounds).toEqual(enumerateBounds(CELLS, LARGEST, statements, targets));
      }),
      { numRuns: 400 },
    );
  });

  it('contains the truth, and a further statement never widens it', () => {
    const truth = fc.array(fc.nat({ max: LARGEST }), { minLength: 4, maxLength: 4 });
    const rows = fc.array(fc.tuple(fc.subarray(CELLS, { minLength: 1 }), fc.nat(3), fc.nat(3)), { maxLength: 5 });
    fc.assert(
      fc.property(truth, rows, (counts, list) => {
        const countOf = (cell: string) => counts[CELLS.indexOf(cell)] ?? 0;
        const statements = list.map(([cells, below, above]): Statement => {
          const sum = cells.reduce((total, cell) => total + countOf(cell), 0);
          return { terms: cells.map((cell): [string, number] => [cell, 1]), low: sum - below, high: sum + above };
        });
        const fewer = attackerBounds([...inDomain, ...statements.slice(1)], cellTargets(CELLS), solveInteger);
        const all = attackerBounds([...inDomain, ...statements], cellTargets(CELLS), solveInteger);
        for (const cell of CELLS) {
          const { low, high } = all?.get(cell) ?? { low: -1, high: -1 };
          expect(low).toBeLessThanOrEqual(countOf(cell));
          expect(high).toBeGreaterThanOrEqual(countOf(cell));
          expect(fewer?.get(cell)?.low).toBeLessThanOrEqual(low);
          expect(fewer?.get(cell)?.high).toBeGreaterThanOrEqual(high ?? 0);
        }
      }),
    );
  });

  it('has no upper end where nothing bounds a cell, and no bounds where statements contradict', () => {
    const open: Statement = { terms: [['a', 1]], low: 20, high: null };
    expect(attackerBounds([open], cellTargets(['a']), solveInteger)).toEqual(new Map([['a', { low: 20, high: null }]]));
    const against: Statement = { terms: [['a', 1]], low: null, high: 19 };
    expect(attackerBounds([open, against], cellTargets(['a']), solveInteger)).toBe(null);
  });

  it('does not believe a solver whose table breaks a statement', () => {
    const five: Statement = { terms: [['a', 1]], low: 5, high: 5 };
    const liar = () => ({ status: 'optimal', counts: new Map([['a', 4]]) }) as const;
    expect(() => attackerBounds([five], cellTargets(['a']), liar)).toThrow('broke a statement');
  });
});
