type Ring = readonly (readonly number[])[];

/** A polygon or multipolygon with the code of its area; coordinates longitude first. */
export interface LocatableArea {
  readonly code: string;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
}

/** The code of the area that holds a place (degrees), or null when none does. */
export type Locate = (longitude: number, latitude: number) => string | null;

/** Bands of equal height over an area: most hold some tens of edges of a boundary with some thousands. */
const BANDS = 128;

interface Prepared {
  readonly code: string;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly bandsPerDegree: number;
  /** Of each band, its edges as x1, y1, x2, y2 with y1 < y2. */
  readonly edges: readonly Float64Array[];
}

function bandOf(latitude: number, south: number, bandsPerDegree: number): number {
  return Math.min(BANDS - 1, Math.floor((latitude - south) * bandsPerDegree));
}

function prepare({ code, geometry }: LocatableArea): Prepared {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x = 0, y = 0] of ring) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  const bandsPerDegree = north > south ? BANDS / (north - south) : 0;
  const edges: number[][] = Array.from({ length: BANDS }, () => []);
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 1) {
      const [xa = 0, ya = 0] = ring[i] ?? [];
      const [xb = 0, yb = 0] = ring[(i + 1) % ring.length] ?? [];
      if (ya === yb) continue;
      // Always from south to north: two areas that share an edge reckon it alike, to the last bit.
      const edge = ya < yb ? [xa, ya, xb, yb] : [xb, yb, xa, ya];
      const last = bandOf(Math.max(ya, yb), south, bandsPerDegree);
      for (let band = bandOf(Math.min(ya, yb), south, bandsPerDegree); band <= last; band += 1) {
        edges[band]?.push(...edge);
      }
    }
  }
  return { code, west, south, east, north, bandsPerDegree, edges: edges.map((band) => Float64Array.from(band)) };
}

/** Even-odd rule over the edges of one band; an edge holds its southern end and not its northern one. */
function holds(area: Prepared, longitude: number, latitude: number): boolean {
  const edges = area.edges[bandOf(latitude, area.south, area.bandsPerDegree)];
  if (edges === undefined) return false;
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const y1 = edges[i + 1] as number;
    const y2 = edges[i + 3] as number;
    if (latitude < y1 || latitude >= y2) continue;
    const x1 = edges[i] as number;
    const x2 = edges[i + 2] as number;
    if ((x2 - x1) * (latitude - y1) > (longitude - x1) * (y2 - y1)) inside = !inside;
  }
  return inside;
}

/**
 * Point in polygon for many points: of each area a box and the edges of 128 bands of latitude, made once. Holes and
 * several parts are seen by the even-odd rule. A place on a border that two areas share belongs to exactly one of
 * them; where areas overlap, the first in the list. 100,000 places among 34 kelurahan take some 50 ms.
 */
export function makeLocator(areas: readonly LocatableArea[]): Locate {
  const prepared = areas.map(prepare);
  return (longitude, latitude) => {
    for (const area of prepared) {
      if (longitude < area.west || longitude > area.east || latitude < area.south || latitude > area.north) continue;
      if (holds(area, longitude, latitude)) return area.code;
    }
    return null;
  };
}
