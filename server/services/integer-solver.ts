import solver from 'javascript-lp-solver';
import type { IntegerAnswer, IntegerProgram } from '../../domain/privacy/integer-program.ts';

/** The solver answers in floating point; a whole number is this near. */
const WHOLE = 1e-6;

/** Integer programs of the privacy audit by simplex and branch and cut (javascript-lp-solver, public domain). */
export function solveInteger({ statements, goal, sense }: IntegerProgram): IntegerAnswer {
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  // Our own names: a cell could be called like one of the solver's fields (`feasible`, `result`).
  const nameOf = new Map<string, string>();
  const add = (cell: string, row: string, times: number): void => {
    const name = nameOf.get(cell) ?? `x${nameOf.size}`;
    nameOf.set(cell, name);
    const column = variables[name] ?? {};
    column[row] = (column[row] ?? 0) + times;
    variables[name] = column;
  };
  statements.forEach(({ terms, low, high }, index) => {
    const row = `c${index}`;
    constraints[row] =
      low !== null && low === high
        ? { equal: low }
        : { ...(low === null ? {} : { min: low }), ...(high === null ? {} : { max: high }) };
    for (const [cell, times] of terms) add(cell, row, times);
  });
  for (const [cell, times] of goal) add(cell, 'goal', times);
  const result: unknown = solver.Solve({
    optimize: 'goal',
    opType: sense,
    constraints,
    variables,
    ints: Object.fromEntries([...nameOf.values()].map((name) => [name, 1])),
  });
  return readAnswer(result, nameOf);
}

function readAnswer(result: unknown, nameOf: ReadonlyMap<string, string>): IntegerAnswer {
  const fields = new Map(Object.entries(Object(result)));
  if (fields.get('feasible') !== true) return { status: 'infeasible' };
  if (fields.get('bounded') === false) return { status: 'unbounded' };
  const counts = new Map<string, number>();
  for (const [cell, name] of nameOf) {
    const value = Number(fields.get(name) ?? 0);
    counts.set(cell, Math.abs(value - Math.round(value)) < WHOLE ? Math.round(value) : value);
  }
  return { status: 'optimal', counts };
}
