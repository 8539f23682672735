import type { MultiPolygon, Polygon, Position } from 'geojson';

/** WGS 84. */
const SEMI_MAJOR_METRES = 6378137;
const FLATTENING = 1 / 298.257223563;
const E = Math.sqrt(FLATTENING * (2 - FLATTENING));
const RADIANS = Math.PI / 180;

/**
 * Longitude and latitude to metres in the cylindrical equal-area projection of the WGS 84 ellipsoid
 * (Snyder 1987, eq. 10-14, 10-15 and 3-12), so that a plane polygon area is an area on the ellipsoid.
 */
function project(longitude: number, latitude: number): readonly [number, number] {
  const sine = Math.sin(latitude * RADIANS);
  const q =
    (1 - E * E) * (sine / (1 - E * E * sine * sine) - (1 / (2 * E)) * Math.log((1 - E * sine) / (1 + E * sine)));
  return [SEMI_MAJOR_METRES * longitude * RADIANS, (SEMI_MAJOR_METRES * q) / 2];
}

/** Signed area of a closed ring in m2 on the ellipsoid: positive when counter-clockwise. */
export function ringSquareMetres(ring: readonly Position[]): number {
  const [originX, originY] = project(ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0);
  let twice = 0;
  let [x0, y0] = [0, 0];
  for (const [longitude = 0, latitude = 0] of ring) {
    const [x, y] = project(longitude, latitude);
    const [x1, y1] = [x - originX, y - originY];
    twice += x0 * y1 - x1 * y0;
    [x0, y0] = [x1, y1];
  }
  return twice / 2;
}

/**
 * Area in m2 on the WGS 84 ellipsoid, holes taken out. Chosen over EPSG:32750, whose scale at this
 * city's meridian makes areas 0.08 % too small, and over turf's sphere, which makes them 0.45 % too large.
 */
export function squareMetres(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let sum = 0;
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) {
      const area = Math.abs(ringSquareMetres(ring));
      sum += index === 0 ? area : -area;
    }
  }
  return sum;
}
