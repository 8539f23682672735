import { bbox, distance } from '@turf/turf';
import type { Position } from 'geojson';
import type { PlaceRole } from '../../domain/incident.ts';
import { drawIndex, type Random } from '../../domain/stats/random.ts';
import { locator } from '../locate.ts';
import { NAMELESS_CATEGORIES, type PlaceCategory } from '../place-category.ts';
import type { Kelurahan, Source } from '../source.ts';

/** No point of the set lies closer than this to a mapped hotel, lodging or nightlife place. */
export const CLEARANCE_METRES = 150;
/** Farthest that a point is moved from the place or road it is drawn near. */
const REACH_METRES = 900;
const METRES_PER_DEGREE = 111_195;
const TRIES = 60;

/** What each role is drawn near; an empty list means anywhere in the kelurahan. */
const NEAR: Readonly<Record<PlaceRole, readonly PlaceCategory[]>> = {
  recruitment: ['mall', 'market', 'bus_terminal'],
  transit: ['airport', 'seaport', 'road_gateway', 'bus_terminal', 'ferry_port'],
  harbouring: [],
  exploitation: ['hotel', 'lodging', 'nightlife', 'mall', 'nature_tourism'],
  rescue: ['hotel', 'lodging', 'nightlife', 'seaport', 'airport'],
  report: ['police', 'government'],
};

export interface Spot {
  readonly point: readonly [number, number];
  readonly kelurahan: Kelurahan;
}

/** Ground to draw places on: kecamatan by exposure, then near a place or a road, or anywhere in a kelurahan. */
export interface Ground {
  readonly drawSpot: (role: PlaceRole) => Spot;
}

function weightByKecamatan(
  { kecamatan, places, population }: Source,
  locate: ReturnType<typeof locator>,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const {
    properties: { code },
  } of kecamatan) {
    const newest = population
      .filter(({ cell }) => cell.code === code)
      .sort((a, b) => (a.cell.period < b.cell.period ? 1 : -1))[0];
    // One mapped place of exposure weighs as much as ten thousand residents.
    weights.set(code, Number(newest?.cell.population ?? 0) / 10_000);
  }
  const exposed = new Set<string>([...NEAR.exploitation, ...NEAR.transit]);
  for (const { geometry, properties } of places) {
    const area = locate(geometry.coordinates);
    if (!area || !exposed.has(properties.category)) continue;
    const code = area.properties.kecamatan_code;
    weights.set(code, (weights.get(code) ?? 0) + 1);
  }
  return weights;
}

/** Builds the ground once; every draw takes from `random`, so the order of draws is part of the seed's meaning. */
export function buildGround(source: Source, random: Random): Ground {
  const locate = locator(source.kelurahan);
  const weights = weightByKecamatan(source, locate);
  const codes = [...weights.keys()].sort();
  const kept = source.places.filter(({ properties }) =>
    NAMELESS_CATEGORIES.includes(properties.category as PlaceCategory),
  );
  const places = source.places.flatMap(({ geometry, properties }) => {
    const area = locate(geometry.coordinates);
    return area
      ? [{ at: geometry.coordinates, category: properties.category, code: area.properties.kecamatan_code }]
      : [];
  });
  const vertices = source.roads.flatMap(({ geometry }): Position[] =>
    geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  const roads = vertices.flatMap((at) => {
    const area = locate(at);
    return area ? [{ at, code: area.properties.kecamatan_code }] : [];
  });

  const clear = (position: Position): boolean =>
    kept.every(({ geometry }) => distance(position, geometry.coordinates, { units: 'meters' }) >= CLEARANCE_METRES);
  const spotAt = (position: Position): Spot | null => {
    const point = [Math.round((position[0] ?? 0) * 1e5) / 1e5, Math.round((position[1] ?? 0) * 1e5) / 1e5] as const;
    const kelurahan = locate([...point]);
    return kelurahan && clear([...point]) ? { point, kelurahan } : null;
  };
  const jittered = ([x = 0, y = 0]: Position): Position => {
    const metres = CLEARANCE_METRES + 10 + random() * (REACH_METRES - CLEARANCE_METRES);
    const angle = random() * 2 * Math.PI;
    const scale = METRES_PER_DEGREE * Math.cos((y * Math.PI) / 180);
    return [x + (metres * Math.cos(angle)) / scale, y + (metres * Math.sin(angle)) / METRES_PER_DEGREE];
  };
  const within = (area: Kelurahan): Position => {
    const [west = 0, south = 0, east = 0, north = 0] = bbox(area.geometry);
    return [west + random() * (east - west), south + random() * (north - south)];
  };

  const anchorsOf = (role: PlaceRole, code: string): readonly Position[] => {
    const near = places.filter(
      (place) => place.code === code && (NEAR[role] as readonly string[]).includes(place.category),
    );
    if (near.length > 0 && random() < 0.75) return near.map(({ at }) => at);
    return roads.filter((road) => road.code === code).map(({ at }) => at);
  };

  const drawSpot = (role: PlaceRole): Spot => {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const code =
        codes[
          drawIndex(
            random,
            codes.map((key) => weights.get(key) ?? 0),
          )
        ] ?? '';
      const anchors = NEAR[role].length > 0 ? anchorsOf(role, code) : [];
      const anchor = anchors[Math.floor(random() * anchors.length)];
      const areas = source.kelurahan.filter(({ properties }) => properties.kecamatan_code === code);
      const area = areas[Math.floor(random() * areas.length)];
      const spot = anchor ? spotAt(jittered(anchor)) : area ? spotAt(within(area)) : null;
      if (spot) return spot;
    }
    throw new RangeError(`training: no ground found for a place of role ${role} in ${TRIES} tries`);
  };
  return { drawSpot };
}
