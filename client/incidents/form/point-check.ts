import { CITY } from '../../../domain/city.ts';
import type { Locate } from '../../../domain/geometry/locator.ts';
import { type LonLat, parseDegrees } from './coordinate.ts';
import type { PlaceValue } from './form-values.ts';

/** What the two typed coordinates come to. */
export type PointCheck =
  | { readonly status: 'empty' }
  | { readonly status: 'not_a_number'; readonly field: 'longitude' | 'latitude' }
  | { readonly status: 'swapped'; readonly meant: LonLat }
  | { readonly status: 'north'; readonly meant: LonLat }
  | { readonly status: 'outside'; readonly point: LonLat }
  /** `kelurahan` is null when the boundaries are not here: the server finds it. */
  | { readonly status: 'inside'; readonly point: LonLat; readonly kelurahan: string | null };

function isNearCity([longitude, latitude]: LonLat): boolean {
  const [west, south, east, north] = CITY.bbox;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/**
 * Reads the coordinates of a place and says where they lie. `locate` is null while the boundaries are not loaded; the
 * box of the city then decides.
 */
export function checkPoint(place: Pick<PlaceValue, 'longitude' | 'latitude'>, locate: Locate | null): PointCheck {
  if (place.longitude.trim() === '' && place.latitude.trim() === '') return { status: 'empty' };
  const longitude = parseDegrees(place.longitude);
  if (longitude === null) return { status: 'not_a_number', field: 'longitude' };
  const latitude = parseDegrees(place.latitude);
  if (latitude === null) return { status: 'not_a_number', field: 'latitude' };
  const point: LonLat = [longitude, latitude];
  if (isNearCity(point)) {
    const kelurahan = locate === null ? null : locate(longitude, latitude);
    return locate !== null && kelurahan === null
      ? { status: 'outside', point }
      : { status: 'inside', point, kelurahan };
  }
  for (const meant of [
    [latitude, longitude],
    [latitude, -longitude],
  ] as const) {
    if (isNearCity(meant)) return { status: 'swapped', meant };
  }
  const south: LonLat = [longitude, -latitude];
  return isNearCity(south) ? { status: 'north', meant: south } : { status: 'outside', point };
}
