import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import type { AreaRow } from '../model.ts';
import type { MapLevel } from '../view.ts';
import {
  type AreaLabel,
  type AreaPolygons,
  labelFeatures,
  labelPoints,
  type Projection,
  placeAreaLabels,
  placedFeatures,
} from './area-labels.ts';
import { kecamatanLabelSize } from './layers/label-layers.ts';
import { NOTHING, SOURCES } from './layers/sources.ts';

function projectionOf(map: MapLibreMap): Projection {
  return {
    project: ([longitude, latitude]) => {
      const { x, y } = map.project([longitude, latitude]);
      return [x, y];
    },
    unproject: ([x, y]) => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    },
  };
}

interface Labelled {
  readonly level: MapLevel;
  readonly areas: AreaPolygons;
  readonly rows: readonly AreaRow[];
  readonly classLabel: (row: AreaRow) => string;
}

/** Labels of the areas: kecamatan laid out anew after each zoom, kelurahan thinned out by the map. */
export function useAreaLabels(map: MapLibreMap | null, { level, areas, rows, classLabel }: Labelled): void {
  const points = useMemo(() => labelPoints(areas), [areas]);
  const labels = useMemo(
    () => rows.map((row): AreaLabel => ({ code: row.code, name: row.name, detail: classLabel(row) })),
    [rows, classLabel],
  );

  useEffect(() => {
    if (map === null) return;
    const put = (source: string, data: Parameters<GeoJSONSource['setData']>[0]): void => {
      map.getSource<GeoJSONSource>(source)?.setData(data);
    };
    if (level === 'kelurahan') {
      put(SOURCES.areaLabels, labelFeatures(labels, points));
      put(SOURCES.leaders, NOTHING);
      return;
    }
    const layOut = (): void => {
      const { clientWidth, clientHeight } = map.getContainer();
      const projection = projectionOf(map);
      const scale = kecamatanLabelSize(map.getZoom()) / 14;
      const placed = placeAreaLabels(labels, points, projection, [0, 0, clientWidth, clientHeight], scale);
      const features = placedFeatures(placed, projection);
      put(SOURCES.areaLabels, features.labels);
      put(SOURCES.leaders, features.leaders);
    };
    layOut();
    map.on('moveend', layOut);
    return () => {
      map.off('moveend', layOut);
    };
  }, [map, level, labels, points]);
}
