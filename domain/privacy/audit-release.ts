import { attackerBounds, type Target } from './attack.ts';
import { type CountInterval, LARGEST_HIDDEN_COUNT } from './band.ts';
import type { IntegerSolver, Statement } from './integer-program.ts';
import { isPossible, type Knowledge, knowledgeOf } from './knowledge.ts';
import type { Release, ReleasedCell } from './release.ts';
import { sumBetween } from './statement.ts';

/** A cell that the release would narrow: what all releases and facts allow, and what the facts alone allow. */
export interface NarrowedCell extends CountInterval {
  readonly key: string;
  readonly lowByFacts: number;
  readonly highByFacts: number | null;
}

export type AuditResult = { readonly ok: true } | { readonly ok: false; readonly cells: readonly NarrowedCell[] };

const HIDDEN: CountInterval = { low: 0, high: LARGEST_HIDDEN_COUNT };
const UNSEEN: CountInterval = { low: 0, high: null };

/**
 * Whether a table may be released after all those of the ledger (METHODS §6, release gate). It may when every figure
 * that could be a small count keeps an interval holding 0–10, or when the releases do not narrow what the external
 * facts alone give. It asks for no true count: only what was and would be published goes in, so the verdict tells
 * nothing more. Facts that contradict the releases speak of another way of counting and are left out.
 * @throws RangeError when the candidate contradicts itself.
 */
export function auditRelease(
  ledger: readonly Pick<Release, 'cells'>[],
  candidate: Pick<Release, 'cells'>,
  externalFacts: readonly Statement[],
  solver: IntegerSolver,
): AuditResult {
  const own = candidate.cells.map(({ parts, low, high }) => sumBetween(parts, { low, high }));
  if (!isPossible(own, solver)) throw new RangeError('the table contradicts itself');
  const releases = [...related(ledger, candidate), candidate].map(({ cells }) => cells);
  const knowledge = knowledgeOf(releases, solver);
  const { states, statements } = knowledge;
  const facts = states.flatMap((state) => externalFacts.map((fact) => inState(fact, state)));
  const together = [...statements, ...facts];
  const believed = isPossible(together, solver) ? facts : [];
  const targets = targetsOf(releases, knowledge);
  const byFacts = attackerBounds(believed, targets, solver);
  const bounds = attackerBounds([...statements, ...believed], targets, solver, (target) =>
    lesser(HIDDEN, byFacts?.get(target.key)),
  );
  const narrowed = targets.filter(({ key }) => {
    const found = bounds?.get(key) ?? UNSEEN;
    const kept = found.low > LARGEST_HIDDEN_COUNT || holds(found, HIDDEN) || holds(found, byFacts?.get(key) ?? UNSEEN);
    return !kept;
  });
  if (narrowed.length === 0) return { ok: true };
  const exact = attackerBounds([...statements, ...believed], narrowed, solver);
  const cells = narrowed.map(({ key }) => narrowedCell(key, exact?.get(key), byFacts?.get(key)));
  // A cell narrowed in several states is named once, as it stands in the newest.
  return { ok: false, cells: [...new Map(cells.map((cell) => [cell.key, cell])).values()] };
}

function narrowedCell(key: string, found = UNSEEN, alone = UNSEEN): NarrowedCell {
  return { key: key.slice(0, key.lastIndexOf('@')), ...found, lowByFacts: alone.low, highByFacts: alone.high };
}

/** Releases that share an unknown with the candidate, also through others; the rest can tell nothing about it. */
function related(
  ledger: readonly Pick<Release, 'cells'>[],
  candidate: Pick<Release, 'cells'>,
): readonly Pick<Release, 'cells'>[] {
  const parts = new Set(candidate.cells.flatMap((cell) => cell.parts));
  const found = new Set<Pick<Release, 'cells'>>();
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const release of ledger) {
      if (found.has(release) || !release.cells.some((cell) => cell.parts.some((part) => parts.has(part)))) continue;
      found.add(release);
      for (const cell of release.cells) for (const part of cell.parts) parts.add(part);
    }
  }
  return ledger.filter((release) => found.has(release));
}

/** Every figure ever shown and every unknown behind one, in each state of the counts. */
function targetsOf(releases: readonly (readonly ReleasedCell[])[], { states }: Knowledge): readonly Target[] {
  const figures = new Map<string, readonly string[]>();
  for (const { key, parts } of releases.flat()) {
    figures.set(key, parts);
    for (const part of parts) figures.set(part, [part]);
  }
  return states.flatMap((state, number) =>
    [...figures].flatMap(([key, parts]) => {
      const unknowns = parts.map((part) => state.get(part)).filter((unknown) => unknown !== undefined);
      const terms = unknowns.map((unknown): [string, number] => [unknown, 1]);
      return unknowns.length === parts.length ? [{ key: `${key}@${number}`, terms }] : [];
    }),
  );
}

/** A fact about the counts of one state; a cell that no release speaks of keeps its own name. */
function inState(fact: Statement, state: ReadonlyMap<string, string>): Statement {
  return { ...fact, terms: fact.terms.map(([cell, times]): [string, number] => [state.get(cell) ?? cell, times]) };
}

function holds(outer: CountInterval, inner: CountInterval): boolean {
  return outer.low <= inner.low && (outer.high === null || (inner.high !== null && outer.high >= inner.high));
}

/** The part of `hidden` that the facts leave: an interval that holds it cannot be narrowed by us. */
function lesser(hidden: CountInterval, alone: CountInterval | undefined): CountInterval {
  return alone !== undefined && holds(hidden, alone) ? alone : hidden;
}
