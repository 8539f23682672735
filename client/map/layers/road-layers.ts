import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Theme } from '../theme.ts';
import type { SourceId } from './sources.ts';
import { visibility } from './visibility.ts';

const MAJOR = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];
const IS_MAJOR: ExpressionSpecification = ['in', ['get', 'class'], ['literal', MAJOR]];
const IS_SURVEYED: ExpressionSpecification = ['==', ['get', 'geometry_quality'], 'osm'];

/** Roads: solid where the line is OpenStreetMap's own, thin and dashed where it is an estimate; small roads from zoom 12. */
export function roadLayers(source: SourceId, theme: Theme, shown: boolean): readonly LayerSpecification[] {
  const layout = { visibility: visibility(shown), 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'roads-minor',
      type: 'line',
      source,
      minzoom: 12,
      layout,
      filter: ['all', IS_SURVEYED, ['!', IS_MAJOR]],
      paint: { 'line-color': theme.road, 'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.4, 16, 2] },
    },
    {
      id: 'roads-major',
      type: 'line',
      source,
      layout,
      filter: ['all', IS_SURVEYED, IS_MAJOR],
      paint: {
        'line-color': theme.roadMajor,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 12, 1.3, 16, 4],
      },
    },
    {
      id: 'roads-approximate',
      type: 'line',
      source,
      layout: { visibility: visibility(shown) },
      filter: ['!', IS_SURVEYED],
      paint: { 'line-color': theme.roadApproximate, 'line-width': 0.8, 'line-dasharray': [4, 3] },
    },
  ];
}
