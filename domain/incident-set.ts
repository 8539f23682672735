/** A set of codes as bits, by the position of each in the list of all: bit 0 is the first. */
export function bitsOf<T extends string>(all: readonly T[], given: readonly T[]): number {
  let bits = 0;
  for (const code of given) bits |= 1 << all.indexOf(code);
  return bits;
}

/** The codes of a set of bits, in the order of the list of all. */
export function codesOf<T extends string>(all: readonly T[], bits: number): T[] {
  return all.filter((_, position) => (bits & (1 << position)) !== 0);
}
