import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Theme } from '../theme.ts';
import { FONT } from './label-layers.ts';
import type { SourceId } from './sources.ts';
import { visibility } from './visibility.ts';

/** Categories that share a colour; whatever is not listed is a public service. */
const COMMERCE = ['hotel', 'lodging', 'mall', 'market', 'nightlife'];
const TRANSPORT = ['seaport', 'ferry_port', 'airport', 'bus_terminal', 'road_gateway'];
const NATURE = ['nature_tourism'];

/** Colour of a category of place: the same as in the layer. */
export function placeColour(category: string, theme: Theme): string {
  if (COMMERCE.includes(category)) return theme.placeCommerce;
  if (TRANSPORT.includes(category)) return theme.placeTransport;
  return NATURE.includes(category) ? theme.placeNature : theme.placeService;
}

function colourByCategory(theme: Theme): ExpressionSpecification {
  return [
    'match',
    ['get', 'category'],
    COMMERCE,
    theme.placeCommerce,
    TRANSPORT,
    theme.placeTransport,
    NATURE,
    theme.placeNature,
    theme.placeService,
  ];
}

/** Places as quiet dots, named from zoom 13; what the data leave nameless (lodging) stays nameless. */
export function placeLayers(source: SourceId, theme: Theme, shown: boolean): readonly LayerSpecification[] {
  const layout = { visibility: visibility(shown) };
  const isExact: ExpressionSpecification = ['==', ['get', 'precision'], 'exact'];
  return [
    {
      id: 'places',
      type: 'circle',
      source,
      layout,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2.2, 12, 3.6, 15, 6],
        'circle-color': ['case', isExact, colourByCategory(theme), theme.placeLine],
        'circle-stroke-color': ['case', isExact, theme.placeLine, colourByCategory(theme)],
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'place-labels',
      type: 'symbol',
      source,
      minzoom: 13,
      filter: ['to-boolean', ['get', 'name']],
      layout: {
        ...layout,
        'text-field': ['get', 'name'],
        'text-font': [FONT],
        'text-size': 11,
        'text-max-width': 9,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.7,
        'text-justify': 'auto',
      },
      paint: { 'text-color': theme.placeLabel, 'text-halo-color': theme.labelHalo, 'text-halo-width': 1.4 },
    },
  ];
}
