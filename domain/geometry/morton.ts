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

/**
 * Ranges of codes, ascending and apart, that together cover every place of the box (west, south, east, north; degrees)
 * and as little else as `most` of them allow.
 */
export function mortonRanges(box: readonly [number, number, number, number], most: number): readonly MortonRange[] {
  const [x0, y0, x1, y1] = [step(box[0], 0), step(box[1], 1), step(box[2], 0), step(box[3], 1)];
  if (x0 > x1 || y0 > y1) return [];
  // Squares are split breadth first, the largest before the smaller, until they fit or are too many.
  let open = [{ x: 0, y: 0, size: STEPS }];
  const whole: MortonRange[] = [];
  const rangeOf = ({ x, y, size }: { x: number; y: number; size: number }): MortonRange => {
    const from = spread(x) | (spread(y) << 1);
    return { from, to: from + size * size - 1 };
  };
  for (;;) {
    const parts: typeof open = [];
    const fit: MortonRange[] = [];
    for (const square of open) {
      const half = square.size / 2;
      for (const [dx, dy] of [
        [0, 0],
        [half, 0],
        [0, half],
        [half, half],
      ] as const) {
        const [x, y] = [square.x + dx, square.y + dy];
        if (x > x1 || y > y1 || x + half <= x0 || y + half <= y0) continue;
        const part = { x, y, size: half };
        if (x >= x0 && y >= y0 && x + half - 1 <= x1 && y + half - 1 <= y1) fit.push(rangeOf(part));
        else parts.push(part);
      }
    }
    const joined = join([...whole, ...fit, ...parts.map(rangeOf)]);
    if (joined.length > most) return join([...whole, ...open.map(rangeOf)]);
    if (parts.length === 0 || open[0]?.size === 2) return joined;
    whole.push(...fit);
    open = parts;
  }
}

function join(ranges: readonly MortonRange[]): readonly MortonRange[] {
  const joined: MortonRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && range.from === last.to + 1) joined[joined.length - 1] = { from: last.from, to: range.to };
    else joined.push(range);
  }
  return joined;
}
