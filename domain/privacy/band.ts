/**
 * Counts a planner may see. The lowest band holds what k = 11 hides (CTDC's Global Dataset was k-anonymised with
 * k = 11); METHODS §6 (b). A band says nothing exact, so there is nothing to difference.
 */
export const BANDS = ['0-10', '11-19', '20+'] as const;
export type Band = (typeof BANDS)[number];

/**
 * Totals have no upper end but the hidden one. With 11–19 for totals too, one kecamatan of 12 in a city of 12 would
 * put the others into 0–8, and the audit would hold back the table: in simulated cities with most cases in one
 * kecamatan it stood still for a third of all cases. Without the upper end it never had to.
 */
export const TOTAL_BANDS = ['0-10', '11+'] as const;
export type TotalBand = (typeof TOTAL_BANDS)[number];

/** Whole numbers from `low` to `high`, both included; `high` null has no upper end. */
export interface CountInterval {
  readonly low: number;
  readonly high: number | null;
}

/** Counts up to here are hidden. */
export const LARGEST_HIDDEN_COUNT = 10;

const INTERVAL: Readonly<Record<Band | TotalBand, CountInterval>> = {
  '0-10': { low: 0, high: LARGEST_HIDDEN_COUNT },
  '11-19': { low: LARGEST_HIDDEN_COUNT + 1, high: 19 },
  '20+': { low: 20, high: null },
  '11+': { low: LARGEST_HIDDEN_COUNT + 1, high: null },
};

/** @throws RangeError for anything but a whole number from 0 on. */
export function bandOf(count: number): Band {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  if (count <= LARGEST_HIDDEN_COUNT) return '0-10';
  return count < 20 ? '11-19' : '20+';
}

/** @throws RangeError for anything but a whole number from 0 on. */
export function totalBandOf(count: number): TotalBand {
  return bandOf(count) === '0-10' ? '0-10' : '11+';
}

/** The counts a band allows. */
export function intervalOf(band: Band | TotalBand): CountInterval {
  return INTERVAL[band];
}
