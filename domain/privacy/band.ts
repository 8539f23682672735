/**
 * Counts a planner may see. The lowest band holds what k = 11 hides (CTDC's Global Dataset was k-anonymised with
 * k = 11); METHODS §6 (b). A band says nothing exact, so there is nothing to difference.
 */
export const BANDS = ['0-10', '11-19', '20+'] as const;
export type Band = (typeof BANDS)[number];

/** Whole numbers from `low` to `high`, both included; `high` null has no upper end. */
export interface CountInterval {
  readonly low: number;
  readonly high: number | null;
}

/** Counts up to here are hidden. */
export const LARGEST_HIDDEN_COUNT = 10;

const INTERVAL: Readonly<Record<Band, CountInterval>> = {
  '0-10': { low: 0, high: LARGEST_HIDDEN_COUNT },
  '11-19': { low: LARGEST_HIDDEN_COUNT + 1, high: 19 },
  '20+': { low: 20, high: null },
};

/** @throws RangeError for anything but a whole number from 0 on. */
export function bandOf(count: number): Band {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  if (count <= LARGEST_HIDDEN_COUNT) return '0-10';
  return count < 20 ? '11-19' : '20+';
}

/** The counts a band allows. */
export function intervalOf(band: Band): CountInterval {
  return INTERVAL[band];
}
