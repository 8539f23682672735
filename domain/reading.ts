import type { Grade, Strength } from './evidence.ts';
import type { Factor } from './factor.ts';
import type { Interval } from './interval.ts';

/** What is listed under a factor whether or not it reads. Ids of evidence rows. */
interface ReadingBase {
  /** Neutral rows, rows below the minimum grade and rows that lost to a stronger one. */
  readonly informs: readonly string[];
  /** `lowers` rows: they never change the reading. */
  readonly lowers: readonly string[];
  /** The `raises` rows that the `lowers` rows contradict (empty when there are no `lowers`). */
  readonly contradicted: readonly string[];
}

/** What the evidence says of one factor in one area, on 0..1. */
export type Reading =
  | (ReadingBase & {
      readonly status: 'observed';
      readonly interval: Interval;
      /** Null when a measurement read its goalpost value. */
      readonly strength: Strength | null;
      readonly grade: Grade;
      /** The row that speaks first, then equals. */
      readonly speaks: readonly string[];
      /** Newest date among the rows that speak; null = tanpa tanggal. */
      readonly newestDate: string | null;
      /** Newest date older than 36 months at the edition's date ("bukti lama"). */
      readonly old: boolean;
      /** Rows without a date among those that speak. */
      readonly undatedCount: number;
    })
  | (ReadingBase & { readonly status: 'unknown' });

export type Readings = Readonly<Record<Factor, Reading>>;
