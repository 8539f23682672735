import css from './range-bar.module.css';

interface Props {
  /** Null = unknown: an empty, hatched bar, never a short one. */
  readonly interval: { readonly low: number; readonly point: number; readonly high: number } | null;
  /** Upper end of the scale; the lower one is 0. */
  readonly max: number;
  /** What the bar says, for a screen reader. */
  readonly label: string;
}

/** Width of a scale in drawing units; the bar itself stretches. */
const WIDTH = 200;

/** A range with its point on a scale from 0, drawn by hand. */
export function RangeBar({ interval, max, label }: Props) {
  const x = (value: number): number => (value / max) * WIDTH;
  return (
    <svg className={css.bar} viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" role="img" aria-label={label}>
      {interval === null ? (
        <>
          <defs>
            <pattern
              id="range-bar-unknown"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line className={css.hatch} x1="0" y1="0" x2="0" y2="6" />
            </pattern>
          </defs>
          <rect className={css.unknown} x="0.5" y="1.5" width={WIDTH - 1} height="11" />
        </>
      ) : (
        <>
          <rect className={css.track} x="0.5" y="1.5" width={WIDTH - 1} height="11" />
          <rect
            className={css.range}
            x={x(interval.low)}
            y="2"
            width={x(interval.high) - x(interval.low)}
            height="10"
          />
          <rect
            className={css.point}
            x={Math.min(Math.max(x(interval.point) - 1.5, 0), WIDTH - 3)}
            y="0"
            width="3"
            height="14"
          />
        </>
      )}
    </svg>
  );
}
