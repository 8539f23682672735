import type { Collection, Item } from './collection.ts';
import { type Box, geometryMeetsBox } from './geometry-meets-box.ts';
import { overlap, type Period } from './period.ts';

export interface Selection {
  readonly box: readonly Box[] | null;
  readonly period: Period | null;
  readonly equals: ReadonlyMap<string, string>;
}

function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/**
 * The items that a query selects, in the order of the collection. As the standard has it, `bbox` and `datetime`
 * also match what has no place or no time: an undated row is not an old one.
 */
export function selectItems(collection: Collection, { box, period, equals }: Selection): readonly Item[] {
  if (box === null && period === null && equals.size === 0) return collection.items;
  return collection.items.filter((item) => {
    for (const [name, wanted] of equals) {
      const value = item.properties[name];
      if (value === null || value === undefined) return false;
      if (typeof value === 'number' ? wanted.trim() === '' || Number(wanted) !== value : String(value) !== wanted)
        return false;
    }
    if (period !== null && item.period !== null && !overlap(period, item.period)) return false;
    const { place } = item;
    if (box === null || place === null) return true;
    return box.some((part) => boxesMeet(place.box, part) && geometryMeetsBox(place.geometry, part));
  });
}
