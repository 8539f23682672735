import type { Map as MapLibreMap } from 'maplibre-gl';

/** Data of our own on camera moves, so that `moveend` knows what moved the map. */
export const FIT = { petarawan: 'fit' } as const;
export const OWN = { petarawan: 'own' } as const;

/** What moved the map: a fit to the city, a person (hand, key or button), or the page itself. */
export function moverOf(event: object): 'fit' | 'person' | 'page' {
  if ('petarawan' in event) return event.petarawan === 'fit' ? 'fit' : 'person';
  return 'originalEvent' in event && event.originalEvent !== undefined ? 'person' : 'page';
}

/** Degrees longitude and latitude, zoom. */
export type Camera = readonly [number, number, number];

export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return [lng, lat, map.getZoom()];
}
