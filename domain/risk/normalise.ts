export interface Goalposts {
  readonly low: number;
  readonly high: number;
  /** -1 when more of it means less risk. */
  readonly direction: 1 | -1;
  readonly transform?: 'log1p';
}

/**
 * Goalpost min-max: a raw value in the unit of its goalposts to 0..10, clipped.
 * Goalposts are fixed by the method, so a district's score changes only when its data change.
 * Throws a RangeError when the goalposts do not span or a number is not finite.
 * Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), min-max with fixed goalposts.
 */
export function normalise(value: number, goalposts: Goalposts): number {
  const { direction, transform } = goalposts;
  const scale = transform === 'log1p' ? Math.log1p : (x: number) => x;
  const low = scale(goalposts.low);
  const high = scale(goalposts.high);
  if (!Number.isFinite(value) || !(high > low)) {
    throw new RangeError(`normalise: value ${value}, goalposts ${goalposts.low}..${goalposts.high}`);
  }
  const share = Math.min(1, Math.max(0, (scale(value) - low) / (high - low)));
  return direction === 1 ? share * 10 : 10 - share * 10;
}
