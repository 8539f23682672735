import type { Map as MapLibreMap } from 'maplibre-gl';

/** What the browser tests may ask of the map: it reads, and changes nothing. */
export interface MapProbe {
  /** Red, green, blue 0..255 of the pixel that shows a place, after the next frame. */
  readonly colourAt: (longitude: number, latitude: number) => Promise<readonly [number, number, number]>;
  /** CSS pixels from the top left of the map. */
  readonly project: (longitude: number, latitude: number) => readonly [number, number];
}

declare global {
  interface Window {
    __petarawanMap?: MapProbe | undefined;
  }
}

function probeOf(map: MapLibreMap): MapProbe {
  return {
    project: (longitude, latitude) => {
      const { x, y } = map.project([longitude, latitude]);
      return [x, y];
    },
    colourAt: (longitude, latitude) =>
      new Promise((resolve, reject) => {
        // The drawing buffer is only valid inside the frame that drew it.
        map.once('render', () => {
          const canvas = map.getCanvas();
          const gl = canvas.getContext('webgl2');
          if (gl === null) return reject(new Error('colourAt: no WebGL 2 context'));
          const { x, y } = map.project([longitude, latitude]);
          const ratio = canvas.width / canvas.clientWidth;
          const pixel = new Uint8Array(4);
          gl.readPixels(x * ratio, canvas.height - y * ratio, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
          resolve([pixel[0] ?? 0, pixel[1] ?? 0, pixel[2] ?? 0]);
        });
        map.triggerRepaint();
      }),
  };
}

/** Puts the probe on the window; returns what takes it away again. */
export function installProbe(map: MapLibreMap): () => void {
  window.__petarawanMap = probeOf(map);
  return () => {
    window.__petarawanMap = undefined;
  };
}
