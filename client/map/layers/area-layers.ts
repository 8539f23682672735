import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapLevel, ThemeName } from '../../view.ts';
import { PAINT_KEYS, PATTERNS, type Pattern, type Theme } from '../theme.ts';
import { visibility } from './visibility.ts';

/** Name of the image of a pattern; one a theme, so that a change of theme draws it anew. */
export function patternImage(pattern: string, themeName: ThemeName): string {
  return `${pattern}:${themeName}`;
}

/** `fill` and `pattern` in feature state are indexes into PAINT_KEYS and PATTERNS. */
function fillColour(theme: Theme): ExpressionSpecification {
  const branches = PAINT_KEYS.flatMap((key, code) => [code, theme[key]]);
  return ['match', ['feature-state', 'fill'], ...branches, theme.notAssessed] as ExpressionSpecification;
}

function whenState(key: 'selected' | 'hover'): ExpressionSpecification {
  return ['case', ['boolean', ['feature-state', key], false], 1, 0];
}

/** Fill of the areas of one level, and one fill for each pattern: `fill-pattern` takes no feature state, opacity does. */
export function areaFillLayers(
  level: MapLevel,
  themeName: ThemeName,
  theme: Theme,
  /** Patterns in use; null = the level is not shown. */
  used: readonly Pattern[] | null,
): readonly LayerSpecification[] {
  const layout = { visibility: visibility(used !== null) };
  const patterns = PATTERNS.flatMap((pattern, code): LayerSpecification[] => {
    if (pattern === 'none') return [];
    return [
      {
        id: `${level}-${pattern}`,
        type: 'fill',
        source: level,
        layout: { visibility: visibility(used?.includes(pattern) === true) },
        paint: {
          'fill-pattern': patternImage(pattern, themeName),
          'fill-antialias': false,
          'fill-opacity': ['case', ['==', ['feature-state', 'pattern'], code], 1, 0],
        },
      },
    ];
  });
  return [
    {
      id: `${level}-fill`,
      type: 'fill',
      source: level,
      layout,
      paint: { 'fill-color': fillColour(theme), 'fill-antialias': false },
    },
    ...patterns,
  ];
}

/** Borders of the areas of one level; when the level below is shown they are the stronger lines of its parents. */
export function areaLineLayers(level: MapLevel, shownLevel: MapLevel, theme: Theme): readonly LayerSpecification[] {
  const isParent = level === 'kecamatan' && shownLevel === 'kelurahan';
  return [
    {
      id: `${level}-line`,
      type: 'line',
      source: level,
      layout: { visibility: visibility(level === shownLevel || isParent), 'line-join': 'round' },
      paint: {
        'line-color': isParent ? theme.parentLine : theme.areaLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, isParent ? 1.1 : 0.6, 14, isParent ? 2 : 1.2],
      },
    },
  ];
}

/** Outline of the hovered and of the selected area, above everything that fills. */
export function areaMarkLayers(level: MapLevel, theme: Theme, shown: boolean): readonly LayerSpecification[] {
  const layout = { visibility: visibility(shown), 'line-join': 'round' } as const;
  const line = (part: string, colour: string, width: number, state: 'selected' | 'hover'): LayerSpecification => ({
    id: `${level}-${part}`,
    type: 'line',
    source: level,
    layout,
    paint: { 'line-color': colour, 'line-width': width, 'line-opacity': whenState(state) },
  });
  return [
    line('hover', theme.hover, 2, 'hover'),
    line('selected-casing', theme.selectedCasing, 6, 'selected'),
    line('selected', theme.selected, 3, 'selected'),
  ];
}
