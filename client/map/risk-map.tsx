import { Map as MapView, ScaleControl } from '@vis.gl/react-maplibre';
import type { FeatureCollection } from 'geojson';
import * as maplibre from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Method } from '../../domain/method.ts';
import type { ScoreTable } from '../../domain/risk/score-table.ts';
import type { BasemapCollection } from '../feature-schema.ts';
import type { AreaRow } from '../model.ts';
import type { Language, MapLevel, ThemeName } from '../view.ts';
import type { AreaPolygons } from './area-labels.ts';
import { type PaintedLayer, patternsOf } from './area-paint.ts';
import { contextLabels } from './context-labels.ts';
import { mapFonts } from './fonts.ts';
import type { IncidentLayerData } from './incident-layer.ts';
import { SOURCES } from './layers/sources.ts';
import { type MapControlLabels, MapControls } from './map-controls.tsx';
import type { Camera } from './map-event.ts';
import { installProbe } from './map-probe.ts';
import styles from './risk-map.module.css';
import { PATTERNS } from './theme.ts';
import { useAreaLabels } from './use-area-labels.ts';
import { useAreas } from './use-areas.ts';
import { CITY_BOUNDS, CITY_PADDING, MAX_BOUNDS, useCamera, ZOOM_RANGE } from './use-camera.ts';
import { useMapState } from './use-map-state.ts';
import { usePointer } from './use-pointer.ts';
import { useSourceData } from './use-source-data.ts';
import { useStyle } from './use-style.ts';
import { hasWebgl } from './webgl.ts';

maplibre.setWorkerUrl(workerUrl);
// The worker starts while React still puts the page together.
maplibre.prewarm();

export interface MapLabels extends MapControlLabels {
  /** Name of the map for a screen reader. */
  readonly map: string;
  /** "DATA LATIHAN". */
  readonly stamp: string;
}

export interface RiskMapProps {
  readonly level: MapLevel;
  readonly areas: Readonly<Record<MapLevel, AreaPolygons>>;
  /** Of the shown level. */
  readonly rows: readonly AreaRow[];
  readonly layer: PaintedLayer;
  /** Readings of the shown level, and what to score them with. */
  readonly scores: ScoreTable;
  readonly method: Method;
  readonly theme: ThemeName;
  readonly language: Language;
  readonly selected: string | null;
  readonly onSelect: (code: string | null) => void;
  readonly basemap: { readonly coast: BasemapCollection; readonly context: BasemapCollection } | null;
  /** Null = not shown. */
  readonly places: FeatureCollection | null;
  readonly roads: FeatureCollection | null;
  readonly incidents: IncidentLayerData | null;
  /** Null = the whole city. */
  readonly camera: Camera | null;
  readonly onCameraChange: (camera: Camera | null) => void;
  /** Second line of an area's label; give a stable function. */
  readonly classLabel: (row: AreaRow) => string;
  readonly labels: MapLabels;
  /** The first picture is complete. */
  readonly onPainted: () => void;
  /** WebGL is missing or was lost: show the drawn map instead. */
  readonly onUnavailable: () => void;
  readonly onPlaceClick: (id: string) => void;
  /** Null where incidents are not for opening. */
  readonly onIncidentClick: ((id: string) => void) | null;
}

/** The map of the page. All data come by props; nothing is fetched but the font files and the worker. */
export default function RiskMap(props: RiskMapProps) {
  const { level, areas, rows, layer, theme, language, basemap, places, roads, incidents, labels } = props;
  const [map, setMap] = useState<maplibre.Map | null>(null);
  const [isDrawable] = useState(hasWebgl);
  const container = useRef<HTMLDivElement>(null);
  const unavailable = useRef(props.onUnavailable);
  unavailable.current = props.onUnavailable;
  const painted = useRef(props.onPainted);
  painted.current = props.onPainted;
  const fonts = useMemo(mapFonts, []);
  const names = useMemo(() => (basemap === null ? null : contextLabels(basemap.context)), [basemap]);

  const stamp = incidents?.training === true;
  const incidentMode = incidents?.decision.open === true ? incidents.mode : null;
  const used = patternsOf(layer, rows).join(' ');
  const patterns = useMemo(() => PATTERNS.filter((pattern) => used.split(' ').includes(pattern)), [used]);
  const style = useStyle(
    map,
    { theme, language, level, places: places !== null, roads: roads !== null, incidentMode, stamp, fonts, patterns },
    labels.stamp,
  );
  useSourceData(map, SOURCES.context, basemap?.context ?? null);
  useSourceData(map, SOURCES.coast, basemap?.coast ?? null);
  useSourceData(map, SOURCES.contextLabels, names);
  useSourceData(map, SOURCES.kecamatan, areas.kecamatan);
  // A level that was never looked at costs nothing.
  const [wasKelurahan, setWasKelurahan] = useState(level === 'kelurahan');
  if (level === 'kelurahan' && !wasKelurahan) setWasKelurahan(true);
  useSourceData(map, SOURCES.kelurahan, wasKelurahan ? areas.kelurahan : null);
  useSourceData(map, SOURCES.roads, roads);
  useSourceData(map, SOURCES.places, places);
  useSourceData(map, SOURCES.incidents, incidentMode === 'clusters' ? null : (incidents?.points ?? null));
  useSourceData(map, SOURCES.clusters, incidentMode === 'clusters' ? (incidents?.points ?? null) : null);
  useSourceData(map, SOURCES.hexagons, incidents?.hexagons ?? null);
  useAreas(map, { level, rows, layer, scores: props.scores, method: props.method, selected: props.selected });
  useAreaLabels(map, { level, areas: areas[level], rows, classLabel: props.classLabel });
  usePointer(map, level, props);
  useCamera(map, props.camera, props.onCameraChange);
  useMapState(map, container, props);

  useEffect(() => {
    if (!isDrawable) unavailable.current();
  }, [isDrawable]);

  useEffect(() => {
    if (map === null) return;
    const lost = (): void => unavailable.current();
    map.on('webglcontextlost', lost);
    const paintedOnce = (): void => painted.current();
    map.once('idle', paintedOnce);
    const uninstall = installProbe(map);
    return () => {
      map.off('webglcontextlost', lost);
      map.off('idle', paintedOnce);
      uninstall();
    };
  }, [map]);

  useEffect(() => {
    map?.getCanvas().setAttribute('aria-label', labels.map);
  }, [map, labels.map]);

  const [start] = useState(() =>
    props.camera === null
      ? { bounds: CITY_BOUNDS, fitBoundsOptions: { padding: CITY_PADDING } }
      : { longitude: props.camera[0], latitude: props.camera[1], zoom: props.camera[2] },
  );

  return (
    <div ref={container} className={styles.map} data-map-state="busy">
      {isDrawable && (
        <MapView
          mapLib={maplibre}
          ref={(handle) => {
            const instance = handle?.getMap() ?? null;
            if (instance === null || instance === map) return;
            // The style is loaded a frame after the map; `stamp` is its last layer.
            if (instance.getLayer('stamp') !== undefined) setMap(instance);
            else instance.once('style.load', () => setMap(instance));
          }}
          mapStyle={style}
          initialViewState={start}
          maxBounds={MAX_BOUNDS}
          {...ZOOM_RANGE}
          maxPitch={0}
          dragRotate={false}
          touchPitch={false}
          pitchWithRotate={false}
          attributionControl={false}
          fadeDuration={0}
          onError={({ target, error }) => {
            if (target === null || target === undefined) unavailable.current();
            else console.error(error);
          }}
        >
          <ScaleControl position="bottom-left" maxWidth={110} unit="metric" />
        </MapView>
      )}
      {map !== null && <MapControls map={map} labels={labels} />}
    </div>
  );
}
