import { attackerBounds, type Target } from './attack.ts';
import { type CountInterval, LARGEST_HIDDEN_COUNT } from './band.ts';
import type { IntegerSolver, Statement } from './integer-program.ts';
import { isPossible, knowledgeOf } from './knowledge.ts';
import type { Release, ReleasedCell } from './release.ts';
import { sumBetween } from './statement.ts';

/** A cell that the release would narrow: what all releases and facts allow, and what the facts alone allow. */
export interface NarrowedCell extends CountInterval {
  readonly key: string;
  readonly lowByFacts: number;
  readonly highByFacts: number | null;
}

export type AuditResult = { readonly ok: true } | { readonly ok: false; readonly cells: readonly NarrowedCell[] };

/** What is audited of a release: its figures. */
type Figures = Pick<Release, 'cells'>;

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
  ledger: readonly Figures[],
  candidate: Figures,
  externalFacts: readonly Statement[],
  solver: IntegerSolver,
): AuditResult {
  const own = candidate.cells.map(({ parts, low, high }) => sumBetween(parts, { low, high }));
  if (!isPossible(own, solver)) throw new RangeError('the table contradicts itself');
  const releases = [...related(ledger, candidate), candidate].map(({ cells }) => cells);
  const statements = knowledgeOf(releases, solver);
  const targets = targetsOf(releases.flat());
  const facts = isPossible([...statements, ...externalFacts], solver) ? externalFacts : [];
  const byFacts = attackerBounds(facts, targets, solver);
  const aloneOf = (key: string): CountInterval => byFacts?.get(key) ?? UNSEEN;
  const bounds = attackerBounds([...statements, ...facts], targets, solver, ({ key }) =>
    holds(HIDDEN, aloneOf(key)) ? aloneOf(key) : HIDDEN,
  );
  const narrowed = targets.filter(({ key }) => {
    const found = bounds?.get(key) ?? UNSEEN;
    return found.low <= LARGEST_HIDDEN_COUNT && !holds(found, HIDDEN) && !holds(found, aloneOf(key));
  });
  if (narrowed.length === 0) return { ok: true };
  const exact = attackerBounds([...statements, ...facts], narrowed, solver);
  const cells = narrowed.map(({ key }): NarrowedCell => {
    const { low, high } = aloneOf(key);
    return { key, ...(exact?.get(key) ?? UNSEEN), lowByFacts: low, highByFacts: high };
  });
  return { ok: false, cells };
}

/** Releases that share a cell with the candidate, also through others; the rest can tell nothing about it. */
function related(ledger: readonly Figures[], candidate: Figures): readonly Figures[] {
  const parts = new Set(candidate.cells.flatMap((cell) => cell.parts));
  const found = new Set<Figures>();
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

/** Every figure ever shown and every cell behind one. */
function targetsOf(cells: readonly ReleasedCell[]): readonly Target[] {
  const figures = new Map<string, readonly string[]>();
  for (const { key, parts } of cells) {
    figures.set(key, parts);
    for (const part of parts) figures.set(part, [part]);
  }
  return [...figures].map(([key, cells]) => ({ key, cells }));
}

function holds(outer: CountInterval, inner: CountInterval): boolean {
  return outer.low <= inner.low && (outer.high === null || (inner.high !== null && outer.high >= inner.high));
}
