import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { IncidentMode } from '../../view.ts';
import type { Theme } from '../theme.ts';
import { FONT } from './label-layers.ts';
import type { SourceId } from './sources.ts';
import { visibility } from './visibility.ts';

/** Least count of each hexagon class; the last is open. */
export const HEXAGON_FROM = [1, 2, 4, 8] as const;

export function hexagonColours(theme: Theme): readonly [string, string, string, string] {
  return [theme.hexagonFirst, theme.hexagonSecond, theme.hexagonThird, theme.hexagonFourth];
}

/** Colour of a hexagon with `count` cases, count >= 1: the same steps as the layer. */
export function hexagonColour(count: number, theme: Theme): string {
  const colours = hexagonColours(theme);
  const step = HEXAGON_FROM.findLastIndex((from) => count >= from);
  return colours[step] ?? colours[0];
}

export interface IncidentSources {
  readonly points: SourceId;
  readonly clusters: SourceId;
  readonly hexagons: SourceId;
}

function hexagonLayers(source: SourceId, theme: Theme, shown: boolean): LayerSpecification[] {
  const [first, second, third, fourth] = hexagonColours(theme);
  const [, two, three, four] = HEXAGON_FROM;
  const layout = { visibility: visibility(shown) };
  return [
    {
      id: 'incident-hexagons',
      type: 'fill',
      source,
      layout,
      paint: { 'fill-color': ['step', ['get', 'count'], first, two, second, three, third, four, fourth] },
    },
    {
      id: 'incident-hexagon-lines',
      type: 'line',
      source,
      layout,
      paint: { 'line-color': theme.hexagonLine, 'line-width': 0.7 },
    },
  ];
}

/** Density in screen pixels, equal weights, no unit: METHODS' density in metres is another thing. */
function heatLayer(source: SourceId, theme: Theme, shown: boolean): LayerSpecification {
  return {
    id: 'incident-heat',
    type: 'heatmap',
    source,
    layout: { visibility: visibility(shown) },
    paint: {
      'heatmap-weight': 1,
      'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 9, 12, 12, 26, 15, 48],
      'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 9, 0.35, 12, 0.6, 15, 1],
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        0,
        `${theme.heatLow}00`,
        0.15,
        theme.heatLow,
        0.55,
        theme.heatMiddle,
        1,
        theme.heatHigh,
      ],
      'heatmap-opacity': 0.85,
    },
  };
}

/** LP-A (found by the police) is a disc, LP-B (reported by the public) a ring, everything else a small disc with a rim. */
function pointLayers(source: SourceId, theme: Theme, shown: boolean): LayerSpecification[] {
  return [
    {
      id: 'incident-points',
      type: 'circle',
      source,
      layout: { visibility: visibility(shown) },
      paint: {
        'circle-radius': ['match', ['get', 'kind'], 'lp_b', 5, 'lp_a', 5, 3.4],
        'circle-color': ['match', ['get', 'kind'], 'lp_b', theme.incidentLine, theme.incident],
        'circle-stroke-color': ['match', ['get', 'kind'], 'lp_b', theme.incident, theme.incidentLine],
        'circle-stroke-width': ['match', ['get', 'kind'], 'lp_b', 2.4, 1],
      },
    },
  ];
}

function clusterLayers(source: SourceId, theme: Theme, shown: boolean): LayerSpecification[] {
  const layout = { visibility: visibility(shown) };
  return [
    {
      id: 'incident-clusters',
      type: 'circle',
      source,
      layout,
      paint: {
        'circle-color': theme.incident,
        'circle-opacity': 0.9,
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['sqrt', ['coalesce', ['get', 'point_count'], 1]],
          1,
          6,
          6,
          18,
          20,
          30,
        ],
        'circle-stroke-color': theme.incidentLine,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'incident-cluster-labels',
      type: 'symbol',
      source,
      filter: ['has', 'point_count'],
      layout: {
        ...layout,
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': [FONT],
        'text-size': 12.5,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': theme.clusterLabel },
    },
  ];
}

/** The incident overlay; `mode` null hides all of it. */
export function incidentLayers(
  { points, clusters, hexagons }: IncidentSources,
  theme: Theme,
  mode: IncidentMode | null,
): readonly LayerSpecification[] {
  return [
    // Beside points and clusters: child cases, which have no finer place.
    ...hexagonLayers(hexagons, theme, mode !== null && mode !== 'heat'),
    heatLayer(points, theme, mode === 'heat'),
    ...clusterLayers(clusters, theme, mode === 'clusters'),
    ...pointLayers(points, theme, mode === 'points'),
  ];
}
