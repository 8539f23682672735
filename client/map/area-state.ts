import type { AreaPaint } from './area-paint.ts';
import { PAINT_KEYS, PATTERNS } from './theme.ts';

/** The part of a MapLibre map that holds feature state. */
export interface StatefulMap {
  setFeatureState(target: { source: string; id: string }, state: Record<string, unknown>): unknown;
}

/** Paints by area code, each packed into a byte pair: key index + 32 × pattern index. */
export type PaintCodes = ReadonlyMap<string, number>;

const PATTERN_UNIT = 32;
const KEY_CODE = new Map<string, number>(PAINT_KEYS.map((key, code) => [key, code]));
const PATTERN_CODE = new Map<string, number>(PATTERNS.map((pattern, code) => [pattern, code]));

/** One object for each code, shared by all areas that have it: MapLibre copies out of it. */
const STATE_OF_CODE: readonly Record<string, unknown>[] = PATTERNS.flatMap((_, pattern) =>
  Array.from({ length: PATTERN_UNIT }, (_, fill) => ({ fill, pattern })),
);

/** Class and pattern of a paint as one small integer; the theme is not in it. */
export function packPaint({ key, pattern }: Pick<AreaPaint, 'key' | 'pattern'>): number {
  return (KEY_CODE.get(key) ?? 0) + PATTERN_UNIT * (PATTERN_CODE.get(pattern) ?? 0);
}

/**
 * Sets the class of the areas whose code differs from `before`; an area that is gone from `after` keeps
 * its state, since the areas of a source never change. O(areas), no allocation. Returns how many changed.
 */
export function paintAreas(map: StatefulMap, source: string, before: PaintCodes, after: PaintCodes): number {
  const target = { source, id: '' };
  let count = 0;
  for (const [code, packed] of after) {
    if (before.get(code) === packed) continue;
    const state = STATE_OF_CODE[packed];
    if (state === undefined) continue;
    target.id = code;
    map.setFeatureState(target, state);
    count += 1;
  }
  return count;
}

/** Moves a mark (`selected` or `hover`) from one area to another; null is none. */
export function markArea(
  map: StatefulMap,
  source: string,
  mark: 'selected' | 'hover',
  before: string | null,
  after: string | null,
): void {
  if (before === after) return;
  if (before !== null) map.setFeatureState({ source, id: before }, { [mark]: false });
  if (after !== null) map.setFeatureState({ source, id: after }, { [mark]: true });
}
