import type { MultiPolygon, Polygon, Position } from 'geojson';

export interface LabelPoint {
  readonly at: readonly [number, number];
  /** From the point to the nearest edge, in degrees of latitude. */
  readonly clearance: number;
}

type Box = readonly [number, number, number, number];

/** Points a side of each of the grids, and how often a finer grid is laid around the best point. */
const SIDE = 8;
const ROUNDS = 6;

function ringsOf(geometry: Polygon | MultiPolygon): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function boxOf(rings: readonly (readonly Position[])[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x = 0, y = 0] of ring) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return [west, south, east, north];
}

/**
 * Distance to the nearest edge, negative outside (even-odd rule); -Infinity as soon as an edge is nearer than
 * `wanted`. Near the equator degrees are square.
 */
function clearanceAt(x: number, y: number, rings: readonly (readonly Position[])[], wanted: number): number {
  const tooNear = wanted > 0 ? wanted * wanted : 0;
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      // Indexed, not destructured: an iterator for each vertex is most of the cost.
      const ax = ring[i - 1]?.[0] ?? 0;
      const ay = ring[i - 1]?.[1] ?? 0;
      const bx = ring[i]?.[0] ?? 0;
      const by = ring[i]?.[1] ?? 0;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const dx = bx - ax;
      const dy = by - ay;
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
      nearest = Math.min(nearest, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
      if (nearest < tooNear) return -Infinity;
    }
  }
  return Math.sqrt(nearest) * (inside ? 1 : -1);
}

function best(box: Box, rings: readonly (readonly Position[])[], limit: Box): LabelPoint {
  const [west, south, east, north] = box;
  let found: LabelPoint = { at: [(west + east) / 2, (south + north) / 2], clearance: -Infinity };
  for (let i = 0; i < SIDE * SIDE; i += 1) {
    const x = west + ((east - west) * ((i % SIDE) + 0.5)) / SIDE;
    const y = south + ((north - south) * (Math.floor(i / SIDE) + 0.5)) / SIDE;
    const toLimit = Math.min(x - limit[0], limit[2] - x, y - limit[1], limit[3] - y);
    if (toLimit < found.clearance) continue;
    const clearance = Math.min(toLimit, clearanceAt(x, y, rings, found.clearance));
    if (clearance > found.clearance) found = { at: [x, y], clearance };
  }
  return found;
}

/**
 * The point inside a polygon that is farthest from its edges (and from those of `limit`, when given):
 * where a label has most room. Degrees, longitude first. Clearance is negative when nothing lies inside.
 * A grid laid ever finer around its best point: exact enough for a label, SIDE² × ROUNDS distances.
 */
export function labelPoint(geometry: Polygon | MultiPolygon, limit: Box | null): LabelPoint {
  const rings = ringsOf(geometry);
  const own = boxOf(rings);
  let box: Box =
    limit === null
      ? own
      : [
          Math.max(own[0], limit[0]),
          Math.max(own[1], limit[1]),
          Math.min(own[2], limit[2]),
          Math.min(own[3], limit[3]),
        ];
  let found = best(box, rings, limit ?? own);
  for (let round = 1; round < ROUNDS; round += 1) {
    const [x, y] = found.at;
    const [halfWidth, halfHeight] = [(box[2] - box[0]) / 6, (box[3] - box[1]) / 6];
    box = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
    const finer = best(box, rings, limit ?? own);
    if (finer.clearance > found.clearance) found = finer;
  }
  return found;
}
