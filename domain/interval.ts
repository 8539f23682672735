/** A point with the bounds that the evidence allows. `low <= point <= high`, all on one scale. */
export interface Interval {
  readonly low: number;
  readonly point: number;
  readonly high: number;
}
