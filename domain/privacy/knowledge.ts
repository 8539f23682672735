import type { IntegerSolver, Statement } from './integer-program.ts';
import type { ReleasedCell } from './release.ts';
import { sumBetween } from './statement.ts';

/** All that the releases say together. */
export interface Knowledge {
  readonly statements: readonly Statement[];
  /** One per state of the counts: the unknown that stands for a cell then, by the cell's key. */
  readonly states: readonly ReadonlyMap<string, string>[];
}

/**
 * What an attacker knows who kept every table. While tables agree, the counts did not change between them, so the
 * same cell is one unknown. Where a table contradicts what came before, the counts have changed: from there on the
 * cell is a new unknown, which is not smaller (cases are added) unless that contradicts too (some were removed).
 * Both assumptions are the attacker's strongest ones.
 */
export function knowledgeOf(releases: readonly (readonly ReleasedCell[])[], solver: IntegerSolver): Knowledge {
  let statements: readonly Statement[] = [];
  let state = new Map<string, string>();
  const states = [state];
  for (const cells of releases) {
    const same = withRelease(statements, state, states.length - 1, cells);
    if (isPossible(same.statements, solver)) {
      statements = same.statements;
      for (const [cell, unknown] of same.unknowns) state.set(cell, unknown);
      continue;
    }
    const renewed = new Map([...state.keys()].map((cell) => [cell, `${cell}@${states.length}`]));
    const next = withRelease(statements, renewed, states.length, cells);
    const grown = [...next.statements, ...neverFell(state, next.unknowns)];
    statements = isPossible(grown, solver) ? grown : next.statements;
    state = next.unknowns;
    states.push(state);
  }
  return { statements, states };
}

/** Whether any table of counts makes all statements true. */
export function isPossible(statements: readonly Statement[], solver: IntegerSolver): boolean {
  const [first] = statements;
  return first === undefined || solver({ statements, goal: first.terms, sense: 'max' }).status !== 'infeasible';
}

function withRelease(
  statements: readonly Statement[],
  state: ReadonlyMap<string, string>,
  stateNumber: number,
  cells: readonly ReleasedCell[],
): { readonly statements: readonly Statement[]; readonly unknowns: Map<string, string> } {
  const unknowns = new Map(state);
  const unknownOf = (part: string): string => {
    const unknown = unknowns.get(part) ?? `${part}@${stateNumber}`;
    unknowns.set(part, unknown);
    return unknown;
  };
  const said = cells.map(({ parts, low, high }) => sumBetween(parts.map(unknownOf), { low, high }));
  return { statements: [...statements, ...said], unknowns };
}

function neverFell(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly Statement[] {
  return [...before].flatMap(([cell, old]) => {
    const now = after.get(cell);
    const terms: Statement['terms'] =
      now === undefined
        ? []
        : [
            [now, 1],
            [old, -1],
          ];
    return now === undefined ? [] : [{ terms, low: 0, high: null }];
  });
}
