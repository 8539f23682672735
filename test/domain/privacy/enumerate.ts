import type { Target } from '../../../domain/privacy/attack.ts';
import type { CountInterval } from '../../../domain/privacy/band.ts';
import { type Statement, satisfies } from '../../../domain/privacy/integer-program.ts';

/** Bounds by trying every table with counts 0..largest. Null when none makes the statements true. */
export function enumerateBounds(
  cells: readonly string[],
  largest: number,
  statements: readonly Statement[],
  targets: readonly Target[],
): ReadonlyMap<string, CountInterval> | null {
  const bounds = new Map<string, { low: number; high: number }>();
  const counts = new Map<string, number>();
  const visit = (index: number): void => {
    const cell = cells[index];
    if (cell === undefined) {
      if (!satisfies(statements, counts)) return;
      for (const { key, cells: summed } of targets) {
        const value = summed.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
        const old = bounds.get(key) ?? { low: value, high: value };
        bounds.set(key, { low: Math.min(old.low, value), high: Math.max(old.high, value) });
      }
      return;
    }
    for (let count = 0; count <= largest; count += 1) {
      counts.set(cell, count);
      visit(index + 1);
    }
  };
  visit(0);
  return bounds.size === 0 ? null : bounds;
}
