/** What a place is, in page order. A category without a place is shown as "belum ada data", never as zero. */
export const PLACE_CATEGORIES = [
  'airport',
  'bus_terminal',
  'ferry_port',
  'government',
  'health',
  'hotel',
  'immigration',
  'lodging',
  'mall',
  'market',
  'nature_tourism',
  'nightlife',
  'police',
  'refinery',
  'road_gateway',
  'seaport',
  'worker_camp',
] as const;

export type PlaceCategory = (typeof PLACE_CATEGORIES)[number];

/** Shown without name, and stored without the id of the map they come from (law 6). */
export const NAMELESS_CATEGORIES: readonly PlaceCategory[] = ['hotel', 'lodging', 'nightlife'];

export function isPlaceCategory(text: string): text is PlaceCategory {
  return (PLACE_CATEGORIES as readonly string[]).includes(text);
}
