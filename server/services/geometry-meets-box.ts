import type { StoredGeometry } from '../store/store.ts';

/** west, south, east, north; degrees. */
export type Box = readonly [number, number, number, number];

type Position = readonly number[];

function inBox([x = Number.NaN, y = Number.NaN]: Position, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Liang–Barsky: whether any of the segment is left after clipping to the box. */
function segmentMeetsBox([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, box: Box): boolean {
  const [west, south, east, north] = box;
  let from = 0;
  let to = 1;
  const clip = (direction: number, room: number): boolean => {
    if (direction === 0) return room >= 0;
    const at = room / direction;
    if (direction < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    return from <= to;
  };
  return clip(x1 - x2, x1 - west) && clip(x2 - x1, east - x1) && clip(y1 - y2, y1 - south) && clip(y2 - y1, north - y1);
}

function lineMeetsBox(line: readonly Position[], box: Box): boolean {
  return line.some((end, i) => {
    const start = line[i - 1];
    return start === undefined ? inBox(end, box) : segmentMeetsBox(start, end, box);
  });
}

/** Even-odd rule over all rings, so a hole is outside. */
function polygonHolds(rings: readonly (readonly Position[])[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [xi = 0, yi = 0] = ring[i] ?? [];
      const [xj = 0, yj = 0] = ring[j] ?? [];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

/** A border that enters the box meets it; else the box lies wholly inside or wholly outside. */
function polygonMeetsBox(rings: readonly (readonly Position[])[], box: Box): boolean {
  return rings.some((ring) => lineMeetsBox(ring, box)) || polygonHolds(rings, [box[0], box[1]]);
}

/** Whether a geometry and a box share a point, by the geometry itself and not only its own box. */
export function geometryMeetsBox(geometry: StoredGeometry, box: Box): boolean {
  switch (geometry.type) {
    case 'Point':
      return inBox(geometry.coordinates, box);
    case 'MultiPoint':
      return geometry.coordinates.some((position) => inBox(position, box));
    case 'LineString':
      return lineMeetsBox(geometry.coordinates, box);
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineMeetsBox(line, box));
    case 'Polygon':
      return polygonMeetsBox(geometry.coordinates, box);
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => polygonMeetsBox(rings, box));
  }
}

/** The smallest box around a geometry; of none, nothing. */
export function boxOf(geometry: StoredGeometry): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [x, y] = value;
    if (typeof x === 'number' && typeof y === 'number') {
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    } else value.forEach(visit);
  };
  visit(geometry.coordinates);
  return [west, south, east, north];
}
