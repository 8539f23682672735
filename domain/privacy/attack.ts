import type { CountInterval } from './band.ts';
import { type IntegerSolver, type Statement, satisfies, totalOf } from './integer-program.ts';

/** What is asked about: the sum of the cells (one or several), under a name of its own. */
export interface Target {
  readonly key: string;
  readonly cells: readonly string[];
}

/** How much of a target's interval is asked for; once tables at both ends are seen, no more is solved. */
type Enough = (target: Target) => CountInterval;

const ALL: CountInterval = { low: 0, high: null };

/**
 * What an attacker who knows all statements can infer: the least and the greatest sum of each target over all tables
 * of whole numbers from 0 on that make every statement true (METHODS §6). Null when no table does.
 *
 * Every end of an interval is the value of a table that was checked against the statements, so an interval is never
 * wider than the truth. Up to two programs per target; a table found for one target often serves others.
 * With `enough` an interval may stop growing where it holds what is asked.
 * @throws Error when the solver's table breaks a statement.
 */
export function attackerBounds(
  statements: readonly Statement[],
  targets: readonly Target[],
  solver: IntegerSolver,
  enough: Enough = () => ALL,
): ReadonlyMap<string, CountInterval> | null {
  const spokenOf = new Set(statements.flatMap(({ terms }) => terms.map(([cell]) => cell)));
  const goals = targets.map(({ cells }) => cells.map((cell): [string, number] => [cell, 1]));
  const lows = targets.map(() => Number.POSITIVE_INFINITY);
  const highs = targets.map(() => Number.NEGATIVE_INFINITY);

  const solve = (goal: Statement['terms'], sense: 'min' | 'max'): 'optimal' | 'infeasible' | 'unbounded' => {
    const answer = solver({ statements, goal, sense });
    if (answer.status !== 'optimal') return answer.status;
    if (!satisfies(statements, answer.counts)) throw new Error('the solver broke a statement');
    goals.forEach((terms, index) => {
      const value = totalOf(terms, answer.counts);
      lows[index] = Math.min(lows[index] ?? value, value);
      highs[index] = Math.max(highs[index] ?? value, value);
    });
    return 'optimal';
  };

  const bounds = new Map<string, CountInterval>();
  for (const [index, target] of targets.entries()) {
    const goal = goals[index] ?? [];
    const asked = enough(target);
    const lowKnown = (lows[index] ?? 0) <= asked.low;
    if (!lowKnown && solve(goal, 'min') === 'infeasible') return null;
    // A cell that nothing speaks of can be as large as one likes.
    const open = target.cells.some((cell) => !spokenOf.has(cell));
    const highKnown = open || (asked.high !== null && (highs[index] ?? 0) >= asked.high);
    const unbounded = open || (!highKnown && solve(goal, 'max') === 'unbounded');
    bounds.set(target.key, { low: lows[index] ?? 0, high: unbounded ? null : (highs[index] ?? 0) });
  }
  return bounds;
}
