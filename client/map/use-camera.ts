import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { CITY } from '../../domain/city.ts';
import { type Camera, cameraOf, FIT, moverOf } from './map-event.ts';

const [WEST, SOUTH, EAST, NORTH] = CITY.bbox;

export const CITY_BOUNDS: [number, number, number, number] = [WEST, SOUTH, EAST, NORTH];
export const CITY_PADDING = { top: 28, right: 28, bottom: 40, left: 28 };

/** A screen of city around the city on every side, so that a wide window still holds all of it. */
const MARGIN_DEGREES = 0.9;
export const MAX_BOUNDS: [number, number, number, number] = [
  WEST - MARGIN_DEGREES,
  SOUTH - MARGIN_DEGREES,
  EAST + MARGIN_DEGREES,
  NORTH + MARGIN_DEGREES,
];
export const ZOOM_RANGE = { minZoom: 8, maxZoom: 17 };

export function fitCity(map: MapLibreMap, animate: boolean): void {
  map.fitBounds(CITY_BOUNDS, { padding: CITY_PADDING, animate }, FIT);
}

function agrees(map: MapLibreMap, [longitude, latitude, zoom]: Camera): boolean {
  const [x, y, z] = cameraOf(map);
  return Math.abs(x - longitude) < 1e-4 && Math.abs(y - latitude) < 1e-4 && Math.abs(z - zoom) < 0.02;
}

/**
 * Keeps the map at `camera` (null = the whole city, also when the window changes), and tells where a
 * person moved it. A camera that merely repeats what was told moves nothing.
 */
export function useCamera(
  map: MapLibreMap | null,
  camera: Camera | null,
  onCameraChange: (camera: Camera | null) => void,
): void {
  const latest = useRef({ camera, onCameraChange });
  latest.current = { camera, onCameraChange };
  const isFitted = useRef(camera === null);

  useEffect(() => {
    if (map === null) return;
    const tell = (event: object): void => {
      const mover = moverOf(event);
      if (mover === 'page') return;
      isFitted.current = mover === 'fit';
      const next = mover === 'fit' ? null : cameraOf(map);
      if (next !== null || latest.current.camera !== null) latest.current.onCameraChange(next);
    };
    const refit = (): void => {
      if (isFitted.current) fitCity(map, false);
    };
    map.on('moveend', tell);
    map.on('resize', refit);
    return () => {
      map.off('moveend', tell);
      map.off('resize', refit);
    };
  }, [map]);

  useEffect(() => {
    if (map === null) return;
    if (camera === null) {
      if (!isFitted.current) fitCity(map, false);
      return;
    }
    isFitted.current = false;
    if (!map.isMoving() && !agrees(map, camera)) map.jumpTo({ center: [camera[0], camera[1]], zoom: camera[2] });
  }, [map, camera]);
}
