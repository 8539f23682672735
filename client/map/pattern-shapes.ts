import type { Pattern, Theme } from './theme.ts';

type Stroke = { readonly from: readonly [number, number]; readonly to: readonly [number, number] };
type Dot = { readonly at: readonly [number, number]; readonly radius: number };

/** One seamless tile of a pattern, CSS pixels: drawn on a canvas for WebGL and as `<pattern>` in SVG. */
export interface PatternTile {
  readonly size: number;
  readonly ink: keyof Theme;
  readonly strokeWidth: number;
  readonly strokes: readonly Stroke[];
  readonly dots: readonly Dot[];
}

/** `/` from corner to corner, with the two corners that the neighbouring tiles cut. */
function rising(size: number): readonly Stroke[] {
  return [
    { from: [0, size], to: [size, 0] },
    { from: [-1, 1], to: [1, -1] },
    { from: [size - 1, size + 1], to: [size + 1, size - 1] },
  ];
}

function falling(size: number): readonly Stroke[] {
  return rising(size).map(({ from, to }) => ({ from: [size - from[0], from[1]], to: [size - to[0], to[1]] }));
}

function level(size: number): readonly Stroke[] {
  return [{ from: [0, size / 2], to: [size, size / 2] }];
}

/**
 * Confidence is level, not-assessed is diagonal: 45° between them, so neither reads as the other.
 *
 *   hatch_light  hatch_dense  not_assessed  insufficient  suppressed
 *   ---------    =========    / / / / /      ·  ·  ·      X X X X X
 */
export const PATTERN_TILES: Readonly<Record<Exclude<Pattern, 'none'>, PatternTile>> = {
  hatch_light: { size: 8, ink: 'hatch', strokeWidth: 1, strokes: level(8), dots: [] },
  hatch_dense: { size: 4, ink: 'hatch', strokeWidth: 1, strokes: level(4), dots: [] },
  not_assessed: { size: 8, ink: 'notAssessedInk', strokeWidth: 1, strokes: rising(8), dots: [] },
  insufficient: {
    size: 8,
    ink: 'insufficientInk',
    strokeWidth: 0,
    strokes: [],
    dots: [
      { at: [2, 2], radius: 0.9 },
      { at: [6, 6], radius: 0.9 },
    ],
  },
  suppressed: {
    size: 7,
    ink: 'suppressedInk',
    strokeWidth: 1,
    strokes: [...rising(7), ...falling(7)],
    dots: [],
  },
};
