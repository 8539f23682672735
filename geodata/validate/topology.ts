import { bbox, difference, feature, featureCollection, intersect, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { squareMetres } from '../equal-area.ts';
import type { Source } from '../source.ts';
import { check, type Finding } from './check.ts';

/** Clipping is exact, so anything above the rounding of six decimals (0.1 m) is a fault. */
const TOLERANCE_M2 = 1;

type Area = Feature<Polygon | MultiPolygon, { readonly code: string }>;

function boxesMeet(a: readonly number[], b: readonly number[]): boolean {
  const [w0 = 0, s0 = 0, e0 = 0, n0 = 0] = a;
  const [w1 = 0, s1 = 0, e1 = 0, n1 = 0] = b;
  return w0 <= e1 && w1 <= e0 && s0 <= n1 && s1 <= n0;
}

function asAreas(features: Source['kelurahan'] | Source['kecamatan']): readonly Area[] {
  return features.map(({ geometry, properties: { code } }) => feature(geometry, { code }));
}

function overlapsAmong(
  areas: readonly Area[],
  error: (details: Omit<Finding, 'check' | 'level'>) => Finding,
): readonly Finding[] {
  const boxes = areas.map((area) => bbox(area));
  return areas.flatMap((a, i) =>
    areas.slice(i + 1).flatMap((b, k) => {
      if (!boxesMeet(boxes[i] ?? [], boxes[i + 1 + k] ?? [])) return [];
      const shared = intersect(featureCollection([a, b]));
      const area = shared === null ? 0 : squareMetres(shared.geometry);
      if (shared === null || area <= TOLERANCE_M2) return [];
      const codes = [a.properties.code, b.properties.code];
      return [
        error({
          message: `${codes.join(' and ')} overlap by ${Math.round(area)} m2`,
          areaCodes: codes,
          geometry: shared.geometry,
        }),
      ];
    }),
  );
}

/** No two areas of one level share ground; m2 on the ellipsoid. */
export const noOverlaps = check('no-overlaps', (source, error) => [
  ...overlapsAmong(asAreas(source.kecamatan), error),
  ...overlapsAmong(asAreas(source.kelurahan), error),
]);

/** No ground of the city belongs to no area: no holes in the union, nothing of a kecamatan without a kelurahan. */
export const noGaps = check('no-gaps', ({ kecamatan, kelurahan }, error) => {
  const areas = asAreas(kelurahan);
  const whole = areas.length > 1 ? union(featureCollection([...areas])) : areas[0];
  if (!whole) return [error({ message: 'there is no kelurahan' })];
  const parts = whole.geometry.type === 'Polygon' ? [whole.geometry.coordinates] : whole.geometry.coordinates;
  const holes = parts
    .flatMap((rings) => rings.slice(1))
    .flatMap((ring) => {
      const { geometry } = polygon([ring]);
      const area = squareMetres(geometry);
      if (area <= TOLERANCE_M2) return [];
      return [error({ message: `gap of ${Math.round(area)} m2 at ${ring[0]?.join(', ')}`, geometry })];
    });
  const bare = asAreas(kecamatan).flatMap((area) => {
    const rest = difference(featureCollection<Polygon | MultiPolygon>([area, whole]));
    const size = rest === null ? 0 : squareMetres(rest.geometry);
    if (rest === null || size <= TOLERANCE_M2) return [];
    const { code } = area.properties;
    return [
      error({
        message: `${code}: ${Math.round(size)} m2 belong to no kelurahan`,
        areaCodes: [code],
        geometry: rest.geometry,
      }),
    ];
  });
  return [...holes, ...bare];
});
