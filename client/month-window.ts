/** All months from `first` to `last`, `YYYY-MM`, both included. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The window of `length` months that ends at `months[end]`, cut off at the first month. */
export function windowEndingAt(
  months: readonly string[],
  end: number,
  length: number,
): { readonly fromMonth: string | null; readonly toMonth: string | null } {
  return { fromMonth: months[Math.max(0, end - length + 1)] ?? null, toMonth: months[end] ?? null };
}
