/**
 * Calendar quarter of a moment, such as `2026-Q4`; text order is time order. A table of bands is released by itself
 * at most once in one: whoever asks often does not see at which case a band changes.
 */
export function releaseQuarter(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric' }).formatToParts(at);
  const numberOf = (type: 'year' | 'month'): number => Number(parts.find((part) => part.type === type)?.value);
  return `${String(numberOf('year')).padStart(4, '0')}-Q${Math.ceil(numberOf('month') / 3)}`;
}
