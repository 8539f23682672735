/** What somebody can know of counts: low ≤ Σ times · count ≤ high; null is no bound. */
export interface Statement {
  readonly terms: readonly (readonly [cell: string, times: number])[];
  readonly low: number | null;
  readonly high: number | null;
}

/** Whole numbers from 0 on, one per cell, that make every statement true. */
export interface IntegerProgram {
  readonly statements: readonly Statement[];
  /** What is made as small or as large as possible. */
  readonly goal: Statement['terms'];
  readonly sense: 'min' | 'max';
}

export type IntegerAnswer =
  | { readonly status: 'optimal'; readonly counts: ReadonlyMap<string, number> }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unbounded' };

/** Solves one program. Passed in: `domain/` holds no solver. A cell that `counts` leaves out is 0. */
export type IntegerSolver = (program: IntegerProgram) => IntegerAnswer;

/** Σ times · count. */
export function totalOf(terms: Statement['terms'], counts: ReadonlyMap<string, number>): number {
  return terms.reduce((sum, [cell, times]) => sum + times * (counts.get(cell) ?? 0), 0);
}

/** Whether whole counts from 0 on make every statement true: the proof that such a table can exist. */
export function satisfies(statements: readonly Statement[], counts: ReadonlyMap<string, number>): boolean {
  for (const count of counts.values()) if (!Number.isSafeInteger(count) || count < 0) return false;
  return statements.every(({ terms, low, high }) => {
    const value = totalOf(terms, counts);
    return (low === null || value >= low) && (high === null || value <= high);
  });
}
