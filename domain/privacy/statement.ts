import type { CountInterval } from './band.ts';
import type { Statement } from './integer-program.ts';

/** low ≤ sum of the cells ≤ high. */
export function sumBetween(cells: readonly string[], { low, high }: CountInterval): Statement {
  return { terms: cells.map((cell): [string, number] => [cell, 1]), low, high };
}

/** What an exact figure says. */
export function exactly(count: number): CountInterval {
  return { low: count, high: count };
}

/** What a figure rounded half up to a multiple of `base` says. */
export function roundedTo(published: number, base: number): CountInterval {
  return { low: Math.max(0, published - Math.floor(base / 2)), high: published + Math.ceil(base / 2) - 1 };
}

/** What a figure rounded at random to a multiple of 3 says (RR3, Stats NZ): two less to two more. */
export function randomlyRoundedTo3(published: number): CountInterval {
  return { low: Math.max(0, published - 2), high: published + 2 };
}

/** What a printed rate says of the count behind it, given the public population. */
export function countBehindRate(rate: {
  readonly printed: number;
  /** Digits after the decimal point. */
  readonly decimals: number;
  /** Events per this many residents, such as 100,000. */
  readonly perResidents: number;
  readonly population: number;
}): CountInterval {
  const halfUnit = 0.5 * 10 ** -rate.decimals;
  const countOf = (value: number): number => (value * rate.population) / rate.perResidents;
  // A billionth: the ends of the printed interval are themselves rounded.
  return {
    low: Math.max(0, Math.ceil(countOf(rate.printed - halfUnit) - 1e-9)),
    high: Math.floor(countOf(rate.printed + halfUnit) + 1e-9),
  };
}
