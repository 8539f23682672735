import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

/** The part of a MapLibre map that turns one style into another. */
export interface StyledMap {
  setPaintProperty(layer: string, name: string, value: unknown): unknown;
  setLayoutProperty(layer: string, name: string, value: unknown): unknown;
}

type Properties = Readonly<Record<string, unknown>>;

function changed(before: Properties, after: Properties): readonly (readonly [string, unknown])[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => [name, after[name]] as const);
}

function part(layer: LayerSpecification, name: 'paint' | 'layout'): Properties {
  const properties: unknown = layer[name];
  return typeof properties === 'object' && properties !== null ? { ...properties } : {};
}

/**
 * Changes only the paint and layout properties that differ; sources, data and feature state stay as they are.
 * Throws a RangeError when the styles do not have the same layers in the same order.
 */
export function applyStyle(map: StyledMap, before: StyleSpecification, after: StyleSpecification): void {
  if (before.layers.length !== after.layers.length) throw new RangeError('applyStyle: styles of different layers');
  for (const [index, layer] of after.layers.entries()) {
    const earlier = before.layers[index];
    if (earlier?.id !== layer.id) throw new RangeError(`applyStyle: ${layer.id} where ${earlier?.id} was`);
    for (const [name, value] of changed(part(earlier, 'paint'), part(layer, 'paint'))) {
      map.setPaintProperty(layer.id, name, value);
    }
    for (const [name, value] of changed(part(earlier, 'layout'), part(layer, 'layout'))) {
      map.setLayoutProperty(layer.id, name, value);
    }
  }
}
