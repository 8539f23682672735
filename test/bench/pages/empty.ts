import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);

/** The yardstick of "choropleth painted": MapLibre with a background and nothing on it. */
const map = new MapLibreMap({
  container: 'map',
  style: {
    version: 8,
    sources: {},
    layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#fff' } }],
  },
  center: [116.87, -1.15],
  zoom: 10,
  fadeDuration: 0,
  attributionControl: false,
});
map.once('idle', () => {
  document.body.dataset.painted = String(performance.now());
});
