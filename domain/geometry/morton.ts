import { CITY } from '../city.ts';

/** Bits of each axis: 32,768 steps over the city are about 1 m. */
const BITS = 15;
const STEPS = 2 ** BITS;
/** So that a place just outside the city's box still has its own cell. */
const MARGIN_DEGREES = 0.01;

const [WEST, SOUTH, EAST, NORTH] = CITY.bbox;
const ORIGIN = [WEST - MARGIN_DEGREES, SOUTH - MARGIN_DEGREES] as const;
const SCALE = [STEPS / (EAST - WEST + 2 * MARGIN_DEGREES), STEPS / (NORTH - SOUTH + 2 * MARGIN_DEGREES)] as const;

/** Inclusive. */
export interface MortonRange {
  readonly from: number;
  readonly to: number;
}

function step(degrees: number, axis: 0 | 1): number {
  return Math.min(STEPS - 1, Math.max(0, Math.floor((degrees - ORIGIN[axis]) * SCALE[axis])));
}

/** Puts a zero bit before each of 15 bits: https://graphics.stanford.edu/~seander/bithacks.html#InterleaveBMN */
function spread(bits: number): number {
  let x = bits;
  x = (x | (x << 8)) & 0x00ff00ff;
  x = (x | (x << 4)) & 0x0f0f0f0f;
  x = (x | (x << 2)) & 0x33333333;
  return (x | (x << 1)) & 0x55555555;
}

/** Morton code (Z order, 30 bits) of a place; degrees. What lies outside the grid gets the nearest cell of it. */
export function mortonCode(longitude: number, latitude: number): number {
  return spread(step(longitude, 0)) | (spread(step(latitude, 1)) << 1);
}

/** A square of the grid: its corner in steps, whether it lies wholly in the box, its codes. */
interface Square extends MortonRange {
  readonly x: number;
  readonly y: number;
  readonly whole: boolean;
}

/** Neighbours in the order become one. Squares come in the order of their codes. */
function joined(squares: readonly Square[]): readonly MortonRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of squares) {
    const last = ranges.at(-1);
    if (last !== undefined && from === last.to + 1) last.to = to;
    else ranges.push({ from, to });
  }
  return ranges;
}

/**
 * Ranges of codes, ascending and apart, that together cover every place of the box (west, south, east, north; degrees)
 * and as little else as `most` of them allow: squares that the box cuts are quartered, all of one size at a time.
 */
export function mortonRanges(box: readonly [number, number, number, number], most: number): readonly MortonRange[] {
  const [x0, y0, x1, y1] = [step(box[0], 0), step(box[1], 1), step(box[2], 0), step(box[3], 1)];
  if (x0 > x1 || y0 > y1) return [];
  let squares: readonly Square[] = [{ x: 0, y: 0, from: 0, to: STEPS * STEPS - 1, whole: false }];
  let ranges = joined(squares);
  for (let half = STEPS / 2; half >= 1; half /= 2) {
    const next: Square[] = [];
    for (const square of squares) {
      if (square.whole) {
        next.push(square);
        continue;
      }
      // In the order of the codes: west before east, then south before north.
      for (let quarter = 0; quarter < 4; quarter += 1) {
        const x = square.x + (quarter & 1) * half;
        const y = square.y + (quarter >> 1) * half;
        if (x > x1 || y > y1 || x + half <= x0 || y + half <= y0) continue;
        const from = square.from + quarter * half * half;
        const whole = x >= x0 && y >= y0 && x + half - 1 <= x1 && y + half - 1 <= y1;
        next.push({ x, y, from, to: from + half * half - 1, whole });
      }
    }
    const closer = joined(next);
    if (closer.length > most) return ranges;
    squares = next;
    ranges = closer;
  }
  return ranges;
}
