import type { PlaceRole } from '../incident.ts';
import { type Band, bandOf, type TotalBand, totalBandOf } from './band.ts';

/** Events with a place of one role in one kecamatan in one year. */
export interface AreaYearCount {
  readonly areaCode: string;
  readonly year: number;
  readonly count: number;
}

/** Which rows and columns a table has. Never taken from the data: a missing row would tell of a zero. */
export interface BandFrame {
  readonly placeRole: PlaceRole;
  readonly areaCodes: readonly string[];
  readonly years: readonly number[];
}

/** Kecamatan × year in bands, with banded totals. There is no exact count in it. */
export interface BandTable {
  readonly placeRole: PlaceRole;
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly areaCode: string;
    /** One band per year, in the order of `years`. */
    readonly bands: readonly Band[];
    readonly total: TotalBand;
  }[];
  /** The city's band per year, in the order of `years`. */
  readonly totals: readonly TotalBand[];
  readonly total: TotalBand;
}

/**
 * Table of bands for one place role. Totals are banded from the true totals: adding up bands would publish sums that
 * the counts do not have. Cells without a count are 0 recorded events.
 * @throws RangeError for a count outside the frame, given twice, or no whole number.
 */
export function bandTable(frame: BandFrame, counts: readonly AreaYearCount[]): BandTable {
  const cells = new Map<string, number>();
  for (const { areaCode, year, count } of counts) {
    const inFrame = frame.areaCodes.includes(areaCode) && frame.years.includes(year);
    const key = `${areaCode}|${year}`;
    if (!inFrame || cells.has(key)) throw new RangeError(`${inFrame ? 'twice' : 'outside the frame'}: ${key}`);
    bandOf(count);
    cells.set(key, count);
  }
  const countOf = (areaCode: string, year: number): number => cells.get(`${areaCode}|${year}`) ?? 0;
  const sum = (list: readonly number[]): number => list.reduce((total, count) => total + count, 0);
  return {
    placeRole: frame.placeRole,
    years: frame.years,
    rows: frame.areaCodes.map((areaCode) => {
      const row = frame.years.map((year) => countOf(areaCode, year));
      return { areaCode, bands: row.map(bandOf), total: totalBandOf(sum(row)) };
    }),
    totals: frame.years.map((year) => totalBandOf(sum(frame.areaCodes.map((areaCode) => countOf(areaCode, year))))),
    total: totalBandOf(sum([...cells.values()])),
  };
}
