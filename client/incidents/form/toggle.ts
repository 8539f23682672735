/** A set with a code in it or not, in the order of `codes`. */
export function toggle<T>(codes: readonly T[], chosen: readonly T[], value: T, on: boolean): T[] {
  return codes.filter((code) => (code === value ? on : chosen.includes(code)));
}
