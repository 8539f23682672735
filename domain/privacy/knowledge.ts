import type { IntegerSolver, Statement } from './integer-program.ts';
import type { ReleasedCell } from './release.ts';
import { sumBetween } from './statement.ts';

/**
 * What an attacker who kept every table knows of the counts behind the newest one. While tables agree the counts did
 * not change between them, so everything said of a cell holds together. Where a table contradicts what came before,
 * the counts have changed: what they were at least, they still are (cases are added), unless that contradicts too
 * (some were removed); what they were at most holds no longer. Both assumptions are the attacker's strongest ones.
 * Counts of before the change were judged when their table was the newest: later tables of the same figures say
 * nothing new of them, since what a smaller count was at most is said already.
 */
export function knowledgeOf(
  releases: readonly (readonly ReleasedCell[])[],
  solver: IntegerSolver,
): readonly Statement[] {
  // Most contradictions are plain to see (one figure, two bands), so one program at the end mostly does for all.
  const quick = walk(releases, (before, said) => !contradicts(before, said));
  if (isPossible(quick, solver)) return quick;
  return walk(releases, (before, said) => isPossible([...before, ...said], solver));
}

function walk(
  releases: readonly (readonly ReleasedCell[])[],
  agree: (before: readonly Statement[], said: readonly Statement[]) => boolean,
): readonly Statement[] {
  return releases.reduce<readonly Statement[]>((before, cells) => {
    const said = cells.map(({ parts, low, high }) => sumBetween(parts, { low, high }));
    const grown = before.map((statement) => ({ ...statement, high: null }));
    const kept = [before, grown].find((statements) => agree(statements, said)) ?? [];
    return needed([...kept, ...said]);
  }, []);
}

/** Whether two statements about the same cells leave no number. */
function contradicts(before: readonly Statement[], said: readonly Statement[]): boolean {
  const byCells = new Map(said.map((statement) => [nameOf(statement), statement]));
  return before.some((old) => {
    const now = byCells.get(nameOf(old));
    return now !== undefined && (isBelow(old, now) || isBelow(now, old));
  });
}

function isBelow(one: Statement, other: Statement): boolean {
  return one.high !== null && other.low !== null && one.high < other.low;
}

function nameOf({ terms }: Statement): string {
  return terms
    .map(([cell]) => cell)
    .sort()
    .join();
}

/** Whether any table of counts makes all statements true. */
export function isPossible(statements: readonly Statement[], solver: IntegerSolver): boolean {
  const [first] = statements;
  return first === undefined || solver({ statements, goal: first.terms, sense: 'max' }).status !== 'infeasible';
}

/**
 * The same knowledge in fewer statements, all of them sums: no sum is larger than one that has all its cells, or
 * smaller than one that has only cells of its own. Band tables shrink to a third, and the solver's work to a tenth.
 */
function needed(statements: readonly Statement[]): readonly Statement[] {
  const sums = statements.map((statement) => ({ statement, cells: new Set(statement.terms.map(([cell]) => cell)) }));
  const within = (inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean =>
    inner.size <= outer.size && [...inner].every((cell) => outer.has(cell));
  return sums.flatMap(({ statement, cells }, index) => {
    // Of two sums over the same cells with the same bound the first one stays.
    const other = (test: (one: (typeof sums)[number], position: number) => boolean): boolean => sums.some(test);
    const { low, high } = statement;
    const lowSaid =
      low === null ||
      low <= 0 ||
      other(({ statement: { low: least }, cells: fewer }, position) => {
        if (position === index || least === null || least < low || !within(fewer, cells)) return false;
        return least > low || fewer.size < cells.size || position < index;
      });
    const highSaid =
      high === null ||
      other(({ statement: { high: most }, cells: more }, position) => {
        if (position === index || most === null || most > high || !within(cells, more)) return false;
        return most < high || more.size > cells.size || position < index;
      });
    if (lowSaid && highSaid) return [];
    return [{ ...statement, low: lowSaid ? null : low, high: highSaid ? null : high }];
  });
}
