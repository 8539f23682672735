import * as z from 'zod/mini';

const position = z.pipe(
  z.array(z.number()).check(z.minLength(2), z.maxLength(3)),
  z.transform((numbers): number[] => [numbers[0] ?? 0, numbers[1] ?? 0]),
);
const line = z.array(position).check(z.minLength(2));
const rings = z.array(z.array(position).check(z.minLength(4))).check(z.minLength(1));

export const pointSchema = z.object({ type: z.literal('Point'), coordinates: position });
export const lineSchema = z.union([
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).check(z.minLength(1)) }),
]);
export const polygonSchema = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).check(z.minLength(1)) }),
]);

/** Schema of a FeatureCollection whose features have this geometry and these properties. */
export function collectionOf<G extends z.ZodMiniType, P extends z.ZodMiniType>(geometry: G, properties: P) {
  return z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), properties, geometry })).check(z.minLength(1)),
  });
}
