import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Language, ThemeName } from '../../view.ts';
import { visibility } from './visibility.ts';

export function stampImage(themeName: ThemeName, language: Language): string {
  return `stamp:${themeName}:${language}`;
}

/** "DATA LATIHAN" across the whole map, inside the canvas, so that no screenshot or print is without it. */
export function stampLayers(themeName: ThemeName, language: Language, shown: boolean): readonly LayerSpecification[] {
  return [
    {
      id: 'stamp',
      type: 'background',
      layout: { visibility: visibility(shown) },
      paint: { 'background-pattern': stampImage(themeName, language) },
    },
  ];
}
