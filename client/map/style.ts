import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { IncidentMode, Language, MapLevel, ThemeName } from '../view.ts';
import { areaFillLayers, areaLineLayers, areaMarkLayers } from './layers/area-layers.ts';
import { baseLayers } from './layers/base-layers.ts';
import { incidentLayers } from './layers/incident-layers.ts';
import { areaLabelLayers, contextLabelLayers, FONT } from './layers/label-layers.ts';
import { placeLayers } from './layers/place-layers.ts';
import { roadLayers } from './layers/road-layers.ts';
import { SOURCES, sources } from './layers/sources.ts';
import { stampLayers } from './layers/stamp-layers.ts';
import { type Pattern, THEMES } from './theme.ts';

export interface FontFile {
  /** Absolute. */
  readonly url: string;
  /** As in CSS: `U+0-FF`. */
  readonly unicodeRange: readonly string[];
}

export interface StyleOptions {
  readonly theme: ThemeName;
  readonly language: Language;
  readonly level: MapLevel;
  readonly places: boolean;
  readonly roads: boolean;
  /** Null = no incident overlay. */
  readonly incidentMode: IncidentMode | null;
  /** Stamped across the map: synthetic records are shown. */
  readonly stamp: boolean;
  readonly fonts: readonly FontFile[];
  /** Those that some area of the level has: the other pattern layers are hidden, each costs a pass over the map. */
  readonly patterns: readonly Pattern[];
}

/**
 * The style of the map as a pure function of what is shown. Every style has the same sources and the
 * same layers in the same order, so that one turns into another by changing properties only.
 */
export function mapStyle(options: StyleOptions): StyleSpecification {
  const { theme: name, language, level, places, roads, incidentMode, stamp, fonts, patterns } = options;
  const theme = THEMES[name];
  return {
    version: 8,
    name: 'Petarawan',
    'font-faces': {
      [FONT]: fonts.map(({ url, unicodeRange }) => ({ url, 'unicode-range': [...unicodeRange] })),
    },
    sources: sources(),
    transition: { duration: 0, delay: 0 },
    layers: [
      ...baseLayers(SOURCES.context, SOURCES.coast, theme),
      ...contextLabelLayers(SOURCES.contextLabels, theme),
      ...areaFillLayers('kecamatan', name, theme, level === 'kecamatan' ? patterns : null),
      ...areaFillLayers('kelurahan', name, theme, level === 'kelurahan' ? patterns : null),
      ...roadLayers(SOURCES.roads, theme, roads),
      ...areaLineLayers('kelurahan', level, theme),
      ...areaLineLayers('kecamatan', level, theme),
      ...placeLayers(SOURCES.places, theme, places),
      ...areaMarkLayers('kecamatan', theme, level === 'kecamatan'),
      ...areaMarkLayers('kelurahan', theme, level === 'kelurahan'),
      ...incidentLayers(
        { points: SOURCES.incidents, clusters: SOURCES.clusters, hexagons: SOURCES.hexagons },
        theme,
        incidentMode,
      ),
      ...areaLabelLayers(SOURCES.areaLabels, SOURCES.leaders, level, theme),
      ...stampLayers(name, language, stamp),
    ],
  };
}
