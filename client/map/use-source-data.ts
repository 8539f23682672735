import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { NOTHING, type SourceId } from './layers/sources.ts';

/** Gives a source its data when these change; null empties it. Data are compared by reference. */
export function useSourceData(map: MapLibreMap | null, source: SourceId, data: FeatureCollection | null): void {
  useEffect(() => {
    map?.getSource<GeoJSONSource>(source)?.setData(data ?? NOTHING);
  }, [map, source, data]);
}
