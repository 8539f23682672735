import type { GeoJSONSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';

/** Ids of the sources of the style; each layer function is given the one that it reads. */
export const SOURCES = {
  context: 'context',
  coast: 'coast',
  contextLabels: 'context-labels',
  kecamatan: 'kecamatan',
  kelurahan: 'kelurahan',
  areaLabels: 'area-labels',
  leaders: 'leaders',
  roads: 'roads',
  places: 'places',
  incidents: 'incidents',
  clusters: 'incident-clusters',
  hexagons: 'incident-hexagons',
} as const;
export type SourceId = (typeof SOURCES)[keyof typeof SOURCES];

/** Shared and never changed: what a source holds before its data came. */
export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Borders are shared, so areas are never thinned: two neighbours thinned apart would gape. */
const AREA: GeoJSONSourceSpecification = { type: 'geojson', data: NOTHING, promoteId: 'code', tolerance: 0 };
const PLAIN: GeoJSONSourceSpecification = { type: 'geojson', data: NOTHING };

/** All sources, empty: data come by `setData`, classes by feature state on `code`. */
export function sources(): Record<SourceId, GeoJSONSourceSpecification> {
  return {
    context: { ...PLAIN, tolerance: 0.2 },
    coast: { ...PLAIN, tolerance: 0.2 },
    'context-labels': PLAIN,
    kecamatan: AREA,
    kelurahan: AREA,
    'area-labels': PLAIN,
    leaders: PLAIN,
    roads: PLAIN,
    places: PLAIN,
    incidents: PLAIN,
    'incident-clusters': { ...PLAIN, cluster: true, clusterRadius: 44, clusterMaxZoom: 14 },
    'incident-hexagons': PLAIN,
  };
}
