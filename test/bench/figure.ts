/** One line of `npm run bench`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly ok: boolean;
}

export function atMost(name: string, value: number, limit: number, unit: string): Figure {
  return { name, value, unit, goal: `≤ ${limit}`, ok: value <= limit };
}

export function atLeast(name: string, value: number, limit: number, unit: string): Figure {
  return { name, value, unit, goal: `≥ ${limit}`, ok: value >= limit };
}
