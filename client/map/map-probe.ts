import type { Map as MapLibreMap } from 'maplibre-gl';

/** What the browser tests may ask of the map: it reads, and changes nothing. */
export interface MapProbe {
  /** Red, green, blue 0..255 that most pixels around a place have, after the next frame: the fill, not its hatch. */
  readonly colourAt: (longitude: number, latitude: number) => Promise<readonly [number, number, number]>;
  /** CSS pixels from the top left of the map. */
  readonly project: (longitude: number, latitude: number) => readonly [number, number];
}

declare global {
  interface Window {
    __petarawanMap?: MapProbe | undefined;
  }
}

/** Pixels a side of the square that is looked at: more than a tile of any hatch. */
const SIDE = 12;

function commonest(pixels: Uint8Array): readonly [number, number, number] {
  const counts = new Map<number, number>();
  let found = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = ((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0);
    const count = (counts.get(colour) ?? 0) + 1;
    counts.set(colour, count);
    if (count >= (counts.get(found) ?? 0)) found = colour;
  }
  return [found >> 16, (found >> 8) & 255, found & 255];
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
          const pixels = new Uint8Array(SIDE * SIDE * 4);
          const [left, bottom] = [x * ratio - SIDE / 2, canvas.height - y * ratio - SIDE / 2];
          gl.readPixels(left, bottom, SIDE, SIDE, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
          resolve(commonest(pixels));
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
