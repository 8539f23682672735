import type { CountInterval } from './band.ts';
import { type IntegerSolver, type Statement, satisfies, totalOf } from './integer-program.ts';

/** What is asked about: one cell, or a sum of cells, by a name of its own. */
export interface Target {
  readonly key: string;
  readonly terms: Statement['terms'];
}

/** Least interval that a target must keep; once points at both its ends are seen, no more is asked of the solver. */
type Enough = (target: Target) => CountInterval | null;

/**
 * What an attacker who knows all statements can infer: the least and the greatest count of each target over all
 * tables of whole numbers that make every statement true (METHODS §6). Null when no table does.
 *
 * Every end of an interval is the value of a table that was checked against the statements, so an interval is never
 * wider than the truth. Up to two programs per target; a table found for one target often serves others.
 * With `enough` the intervals stop growing where they hold what is asked.
 * @throws Error when the solver's table breaks a statement.
 */
export function attackerBounds(
  statements: readonly Statement[],
  targets: readonly Target[],
  solver: IntegerSolver,
  enough: Enough = () => null,
): ReadonlyMap<string, CountInterval> | null {
  const seen = new Map<string, { low: number; high: number }>();

  const solve = (target: Target, sense: 'min' | 'max'): 'optimal' | 'infeasible' | 'unbounded' => {
    const answer = solver({ statements, goal: target.terms, sense });
    if (answer.status !== 'optimal') return answer.status;
    if (!satisfies(statements, answer.counts)) throw new Error('the solver broke a statement');
    for (const { key, terms } of targets) {
      const value = totalOf(terms, answer.counts);
      const old = seen.get(key) ?? { low: value, high: value };
      seen.set(key, { low: Math.min(old.low, value), high: Math.max(old.high, value) });
    }
    return 'optimal';
  };

  const bounds = new Map<string, CountInterval>();
  for (const target of targets) {
    const need = enough(target);
    const found = seen.get(target.key);
    const lowDone = need !== null && found !== undefined && found.low <= need.low;
    const highDone = need !== null && need.high !== null && found !== undefined && found.high >= need.high;
    if (!lowDone && solve(target, 'min') === 'infeasible') return null;
    const open = !highDone && solve(target, 'max') === 'unbounded';
    const { low, high } = seen.get(target.key) ?? { low: 0, high: 0 };
    bounds.set(target.key, { low, high: open ? null : high });
  }
  return bounds;
}
