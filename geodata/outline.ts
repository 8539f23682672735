import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ringSquareMetres } from './equal-area.ts';

const key = (position: Position): string => `${position[0]},${position[1]}`;

function ringsOf(geometry: Polygon | MultiPolygon): readonly Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Directed segments that no other polygon runs through the other way: shared borders cancel out. */
export function freeSegments(
  geometries: readonly (Polygon | MultiPolygon)[],
): ReadonlyMap<string, readonly [Position, Position]> {
  const free = new Map<string, readonly [Position, Position]>();
  for (const geometry of geometries) {
    for (const ring of ringsOf(geometry)) {
      for (let i = 1; i < ring.length; i++) {
        const [from, to] = [ring[i - 1], ring[i]];
        if (!from || !to) continue;
        if (!free.delete(`${key(to)} ${key(from)}`)) free.set(`${key(from)} ${key(to)}`, [from, to]);
      }
    }
  }
  return free;
}

/** Angle of a turn at a vertex, 0..2π, counter-clockwise from straight back. */
function turn(before: Position, at: Position, after: Position): number {
  const back = Math.atan2((before[1] ?? 0) - (at[1] ?? 0), (before[0] ?? 0) - (at[0] ?? 0));
  const ahead = Math.atan2((after[1] ?? 0) - (at[1] ?? 0), (after[0] ?? 0) - (at[0] ?? 0));
  return (ahead - back + 4 * Math.PI) % (2 * Math.PI);
}

/**
 * Rings of the union of polygons that share their borders vertex by vertex, without moving a vertex:
 * counter-clockwise rings are outer, clockwise ones are holes. O(n) in the number of vertices.
 * Segments that do not chain into a ring are returned in `loose` (empty for clean input).
 */
export function outlineRings(geometries: readonly (Polygon | MultiPolygon)[]): {
  readonly rings: readonly (readonly Position[])[];
  readonly loose: readonly (readonly [Position, Position])[];
} {
  const starts = new Map<string, (readonly [Position, Position])[]>();
  for (const segment of freeSegments(geometries).values()) {
    const from = key(segment[0]);
    starts.set(from, [...(starts.get(from) ?? []), segment]);
  }
  const take = (from: string, before: Position | null, at: Position): readonly [Position, Position] | undefined => {
    const open = starts.get(from) ?? [];
    // Where rings touch at a vertex, the sharpest left turn keeps them apart (the inside is on the left).
    const sorted = before === null ? open : [...open].sort((a, b) => turn(before, at, b[1]) - turn(before, at, a[1]));
    const chosen = sorted[0];
    if (chosen)
      starts.set(
        from,
        open.filter((segment) => segment !== chosen),
      );
    return chosen;
  };
  const rings: (readonly Position[])[] = [];
  const loose: (readonly [Position, Position])[] = [];
  for (const from of starts.keys()) {
    for (let first = take(from, null, []); first; first = take(from, null, [])) {
      const ring: Position[] = [first[0], first[1]];
      while (key(ring[0] ?? []) !== key(ring.at(-1) ?? [])) {
        const at = ring.at(-1) ?? [];
        const next = take(key(at), ring.at(-2) ?? null, at);
        if (!next) break;
        ring.push(next[1]);
      }
      if (key(ring[0] ?? []) === key(ring.at(-1) ?? [])) rings.push(ring);
      else for (let i = 1; i < ring.length; i++) loose.push([ring[i - 1] ?? [], ring[i] ?? []]);
    }
  }
  return { rings, loose };
}

/** The union as a MultiPolygon without holes, largest part first. Holes are a fault found by the check `no-gaps`. */
export function dissolve(geometries: readonly (Polygon | MultiPolygon)[]): MultiPolygon {
  const outer = outlineRings(geometries).rings.filter((ring) => ringSquareMetres(ring) > 0);
  const sorted = [...outer].sort((a, b) => ringSquareMetres(b) - ringSquareMetres(a));
  return { type: 'MultiPolygon', coordinates: sorted.map((ring) => [[...ring]]) };
}
