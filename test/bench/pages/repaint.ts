import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { type GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type PaintCodes, paintAreas } from '../../../client/map/area-state.ts';
import { indexCodes } from '../../../client/map/index-codes.ts';
import { SOURCES } from '../../../client/map/layers/sources.ts';
import { PATTERN_RATIO, styleImages } from '../../../client/map/patterns.ts';
import { mapStyle } from '../../../client/map/style.ts';
import { PATTERNS } from '../../../client/map/theme.ts';
import { STRENGTHS } from '../../../domain/evidence.ts';
import { FACTORS, type Factor } from '../../../domain/factor.ts';
import { METHOD_V1, type Method } from '../../../domain/method.ts';
import type { Reading, Readings } from '../../../domain/reading.ts';
import { type ScoreTable, scoreTable } from '../../../domain/risk/score-table.ts';
import { STRENGTH_INTERVAL } from '../../../domain/risk/strength.ts';

setWorkerUrl(workerUrl);

/** Bounds of the city, cut into `count` cells in rows; synthetic areas with synthetic readings. */
function grid(count: number): FeatureCollection<Polygon> {
  const columns = Math.ceil(Math.sqrt(count));
  const [width, height] = [0.29 / columns, 0.26 / columns];
  const features = Array.from({ length: count }, (_, index): Feature<Polygon> => {
    const west = 116.73 + (index % columns) * width;
    const south = -1.28 + Math.floor(index / columns) * height;
    const [east, north] = [west + width, south + height];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return { type: 'Feature', properties: { code: `s${index}` }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return { type: 'FeatureCollection', features };
}

/** Every fifth reading is unknown, the others go through the strengths: fixed, so that runs compare. */
function syntheticReadings(count: number): ReadonlyMap<string, Readings> {
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entries = FACTORS.map((factor, f): [Factor, Reading] => {
        const base = { informs: [], lowers: [], contradicted: [] };
        const strength = STRENGTHS[(index * 7 + f * 3) % STRENGTHS.length];
        if (strength === undefined || (index + f) % 5 === 0) return [factor, { ...base, status: 'unknown' }];
        const interval = STRENGTH_INTERVAL[strength];
        return [
          factor,
          {
            ...base,
            status: 'observed',
            strength,
            interval,
            grade: 'B',
            speaks: [],
            newestDate: null,
            old: false,
            undatedCount: 0,
          },
        ];
      });
      return [`s${index}`, Object.fromEntries(entries) as Record<Factor, Reading>] as const;
    }),
  );
}

export interface Repaint {
  readonly scriptMs: number;
  readonly frameMs: number;
  readonly changed: number;
}

declare global {
  interface Window {
    benchRepaint?: { readonly weights: () => Promise<Repaint>; readonly bare: () => Promise<number> };
  }
}

const count = Number(new URLSearchParams(location.search).get('areas') ?? 34);
const style = mapStyle({
  theme: 'day',
  language: 'id',
  level: 'kelurahan',
  places: false,
  roads: false,
  incidentMode: null,
  stamp: false,
  fonts: [],
  patterns: PATTERNS,
});
const map = new MapLibreMap({
  container: 'map',
  style,
  center: [116.875, -1.15],
  zoom: 10.2,
  fadeDuration: 0,
  attributionControl: false,
});
const table: ScoreTable = scoreTable(syntheticReadings(count), FACTORS);
let painted: PaintCodes = new Map();
let step = 0;

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    map.once('render', () => {
      // Reading a pixel waits for the drawing to be done: without it only the queueing would be timed.
      const gl = map.getCanvas().getContext('webgl2');
      gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      resolve();
    });
  });
}

/** One move of one slider: score, classify, set what changed. The way of the page. */
function moveWeight(): { scriptMs: number; changed: number } {
  step += 1;
  const factor = FACTORS[step % FACTORS.length] ?? 'trade';
  const method: Method = { ...METHOD_V1, weights: { ...METHOD_V1.weights, [factor]: 1 + (step % 10) / 3 } };
  const begin = performance.now();
  const codes = indexCodes(table, method);
  const changed = paintAreas(map, SOURCES.kelurahan, painted, codes);
  painted = codes;
  return { scriptMs: performance.now() - begin, changed };
}

map.once('load', () => {
  for (const { name, image } of styleImages('day', 'id', '')) map.addImage(name, image, { pixelRatio: PATTERN_RATIO });
  map.getSource<GeoJSONSource>(SOURCES.kelurahan)?.setData(grid(count));
  map.once('idle', () => {
    window.benchRepaint = {
      weights: async () => {
        const begin = performance.now();
        const { scriptMs, changed } = moveWeight();
        map.triggerRepaint();
        await nextFrame();
        return { scriptMs, changed, frameMs: performance.now() - begin };
      },
      bare: async () => {
        const begin = performance.now();
        map.triggerRepaint();
        await nextFrame();
        return performance.now() - begin;
      },
    };
    document.body.dataset.painted = String(performance.now());
  });
});
