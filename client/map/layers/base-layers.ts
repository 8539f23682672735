import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Theme } from '../theme.ts';
import type { SourceId } from './sources.ts';

/** Property `kind` of the coast, `level` of the context. */
const LAND: ExpressionSpecification = ['==', ['get', 'kind'], 'land'];
const WATER: ExpressionSpecification = ['==', ['get', 'kind'], 'water'];
const REGENCY: ExpressionSpecification = ['!=', ['get', 'level'], 'provinsi'];

/**
 * Water, then land: the coarse province everywhere, the fine coast laid over it near the city.
 */
export function baseLayers(context: SourceId, coast: SourceId, theme: Theme): readonly LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': theme.water } },
    { id: 'context-land', type: 'fill', source: context, paint: { 'fill-color': theme.land, 'fill-antialias': false } },
    {
      id: 'coast-water',
      type: 'fill',
      source: coast,
      filter: WATER,
      paint: { 'fill-color': theme.water, 'fill-antialias': false },
    },
    {
      id: 'coast-glow',
      type: 'line',
      source: coast,
      filter: LAND,
      paint: { 'line-color': theme.coastline, 'line-width': 5, 'line-blur': 5, 'line-opacity': 0.45 },
    },
    {
      id: 'coast-land',
      type: 'fill',
      source: coast,
      filter: LAND,
      paint: { 'fill-color': theme.land, 'fill-antialias': false },
    },
    {
      id: 'coastline',
      type: 'line',
      source: coast,
      filter: LAND,
      paint: { 'line-color': theme.coastline, 'line-width': 0.8 },
    },
    {
      id: 'context-line',
      type: 'line',
      source: context,
      filter: REGENCY,
      paint: { 'line-color': theme.neighbourLine, 'line-width': 0.8 },
    },
  ];
}
