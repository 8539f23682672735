import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapLevel } from '../../view.ts';
import type { Theme } from '../theme.ts';
import type { SourceId } from './sources.ts';

/** The one face of the map (`font-faces` of the style). */
export const FONT = 'Plus Jakarta Sans';

/** Zoom and size of the names of kecamatan: a phone shows the whole city near 9.5, a desk near 10.8. */
const SMALL = { zoom: 9.5, size: 11.5 };
const FULL = { zoom: 10.5, size: 14 };

/** From here on names of kelurahan have their second line. */
const DETAIL_ZOOM = 11.8;

/** Size in pixels that the names of kecamatan have at a zoom: the same line as the layer's. */
export function kecamatanLabelSize(zoom: number): number {
  const share = Math.min(1, Math.max(0, (zoom - SMALL.zoom) / (FULL.zoom - SMALL.zoom)));
  return SMALL.size + share * (FULL.size - SMALL.size);
}

/** Names of the neighbours, from the context's own data. */
export function contextLabelLayers(source: SourceId, theme: Theme): readonly LayerSpecification[] {
  return [
    {
      id: 'context-labels',
      type: 'symbol',
      source,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [FONT],
        'text-size': 11.5,
        'text-letter-spacing': 0.12,
        'text-max-width': 8,
        'text-padding': 12,
      },
      paint: { 'text-color': theme.neighbourLabel, 'text-halo-color': theme.land, 'text-halo-width': 1.2 },
    },
  ];
}

/**
 * Names of the areas with a second line (`detail`); a leader ties a name to an area too small to hold it.
 * Kecamatan are always labelled, kelurahan where there is room.
 */
export function areaLabelLayers(
  labels: SourceId,
  leaders: SourceId,
  level: MapLevel,
  theme: Theme,
): readonly LayerSpecification[] {
  const always = level === 'kecamatan';
  const twoLines: ExpressionSpecification = [
    'format',
    ['get', 'name'],
    {},
    ['case', ['==', ['get', 'detail'], ''], '', ['concat', '\n', ['get', 'detail']]],
    { 'font-scale': 0.82, 'text-color': theme.labelDetail },
  ];
  return [
    {
      id: 'leaders',
      type: 'line',
      source: leaders,
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': theme.leader, 'line-width': 1 },
    },
    {
      id: 'leader-ends',
      type: 'circle',
      source: leaders,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 2.2,
        'circle-color': theme.leader,
        'circle-stroke-color': theme.labelHalo,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'area-labels',
      type: 'symbol',
      source: labels,
      layout: {
        'text-field': always ? twoLines : ['step', ['zoom'], ['get', 'name'], DETAIL_ZOOM, twoLines],
        'text-font': [FONT],
        'text-size': always
          ? ['interpolate', ['linear'], ['zoom'], SMALL.zoom, SMALL.size, FULL.zoom, FULL.size]
          : 11.5,
        'text-line-height': 1.25,
        'text-max-width': always ? 30 : 7,
        'text-padding': always ? 0 : 3,
        'text-allow-overlap': always,
        'text-ignore-placement': always,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: {
        'text-color': theme.label,
        'text-halo-color': theme.labelHalo,
        'text-halo-width': 1.8,
        'text-halo-blur': 0.4,
      },
    },
  ];
}
