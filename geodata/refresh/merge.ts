import { distance } from '@turf/turf';
import type { Position } from 'geojson';
import { metresOffLand, OFF_LAND_METRES } from '../off-land.ts';
import { NAMELESS_CATEGORIES, PLACE_CATEGORIES, type PlaceCategory } from '../place-category.ts';
import type { Kelurahan, Place } from '../source.ts';
import { categoryOf } from './category-of.ts';
import type { MapObject } from './read-export.ts';

/** Two objects of one name this close are one place mapped twice; nameless ones must be closer. */
const SAME_NAME_METRES = 250;
const SAME_SPOT_METRES = 30;
/** A kept row of another register gives way to a mapped one of its category within this distance. */
const SAME_FACILITY_METRES = 1000;

/** What may be mapped on its pier instead of on the land. */
const AFLOAT: readonly PlaceCategory[] = ['ferry_port', 'seaport'];

export interface Merge {
  readonly places: readonly Place[];
  readonly outside: number;
  readonly unnamed: number;
  readonly duplicates: number;
  /** Categories that the export has nothing of, so that their rows stayed as they were. */
  readonly untouched: readonly PlaceCategory[];
}

interface Candidate {
  readonly at: Position;
  readonly category: PlaceCategory;
  readonly tag: string;
  readonly name: string | null;
  readonly osmId: string | null;
}

function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase();
  return plain
    .replace(/[\s_-]+/g, '-')
    .slice(0, 60)
    .replace(/-$/, '');
}

function isSame(a: Candidate, b: Candidate): boolean {
  if (a.category !== b.category) return false;
  const metres = distance(a.at, b.at, { units: 'meters' });
  if (metres <= SAME_SPOT_METRES && (a.name === null || b.name === null)) return true;
  return (
    a.name !== null && b.name !== null && a.name.toLowerCase() === b.name.toLowerCase() && metres <= SAME_NAME_METRES
  );
}

function byPlace(a: Candidate, b: Candidate): number {
  const name = (a.name ?? '').localeCompare(b.name ?? '', 'en');
  return name || (a.at[0] ?? 0) - (b.at[0] ?? 0) || (a.at[1] ?? 0) - (b.at[1] ?? 0);
}

/** Ids in the order of the sort: `market-pasar-klandasan`; numbers alone for what must stay nameless. */
function asPlaces(candidates: readonly Candidate[], dataDate: string | null): readonly Place[] {
  const used = new Map<string, number>();
  return candidates.map(({ at, category, tag, name, osmId }) => {
    const base = name === null ? '' : slug(name);
    const stem = `${category.replaceAll('_', '-')}-${base || 'x'}`;
    const count = (used.get(stem) ?? 0) + 1;
    used.set(stem, count);
    const id =
      name === null
        ? `${stem.slice(0, -2)}-${String(count).padStart(3, '0')}`
        : count === 1
          ? stem
          : `${stem}-${count}`;
    return {
      type: 'Feature' as const,
      properties: {
        id,
        name,
        category,
        precision: 'exact' as const,
        source: `OpenStreetMap${dataDate === null ? '' : ` (${dataDate})`}`,
        source_licence: 'ODbL-1.0 (© OpenStreetMap contributors)',
        osm_tag: tag,
        ...(name === null || osmId === null ? {} : { osm_id: osmId }),
      },
      geometry: { type: 'Point' as const, coordinates: at.map((value) => Math.round(value * 1e6) / 1e6) },
    };
  });
}

/**
 * New places from an export. Rows of categories that it has nothing of stay; so do rows of other
 * registers (ports, airport) unless the export has the same kind within 1 km. Only inside the city: on its land, ports and piers up to 500 m off it.
 */
export function mergePlaces(
  objects: readonly MapObject[],
  dataDate: string | null,
  before: readonly Place[],
  kelurahan: readonly Kelurahan[],
): Merge {
  let [outside, unnamed, duplicates] = [0, 0, 0];
  const found: Candidate[] = [];
  for (const { at, tags, osmId } of objects) {
    const match = categoryOf(tags);
    if (match === null) continue;
    if (metresOffLand(at, kelurahan) > (AFLOAT.includes(match.category) ? OFF_LAND_METRES : 0)) {
      outside += 1;
      continue;
    }
    const nameless = NAMELESS_CATEGORIES.includes(match.category);
    const name = nameless ? null : tags.name?.trim() || null;
    if (!nameless && name === null) {
      unnamed += 1;
      continue;
    }
    found.push({ at, ...match, name, osmId: nameless ? null : osmId });
  }
  const unique: Candidate[] = [];
  for (const candidate of found.sort(byPlace)) {
    if (unique.some((other) => isSame(candidate, other))) duplicates += 1;
    else unique.push(candidate);
  }
  const fresh = new Set(unique.map(({ category }) => category));
  const kept = before.filter(({ geometry, properties: { category, source } }) => {
    if (!fresh.has(category as PlaceCategory)) return true;
    const isOsm = /openstreetmap/i.test(source);
    const replaced = unique.some(
      (other) =>
        other.category === category &&
        distance(other.at, geometry.coordinates, { units: 'meters' }) <= SAME_FACILITY_METRES,
    );
    return !isOsm && !replaced;
  });
  const taken = new Set(kept.map(({ properties }) => properties.id));
  const added = asPlaces(unique, dataDate).map((place) =>
    taken.has(place.properties.id)
      ? { ...place, properties: { ...place.properties, id: `${place.properties.id}-osm` } }
      : place,
  );
  const places = [...kept, ...added].sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1));
  return {
    places,
    outside,
    unnamed,
    duplicates,
    untouched: PLACE_CATEGORIES.filter((category) => !fresh.has(category)),
  };
}
