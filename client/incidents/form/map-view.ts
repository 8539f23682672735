import { CITY } from '../../../domain/city.ts';
import type { Projection } from '../../map/area-labels.ts';
import { cityProjection, type Size } from '../../map/city-projection.ts';
import type { LonLat } from './coordinate.ts';

/** What of the city is in the frame. */
export interface MapView {
  /** 1 = the whole city. */
  readonly zoom: number;
  readonly centre: LonLat;
}

/** At 32 a pixel of a phone is about three metres. */
export const ZOOM_MOST = 32;
const MARGIN = 10;

const [WEST, SOUTH, EAST, NORTH] = CITY.bbox;
export const WHOLE_CITY: MapView = { zoom: 1, centre: [(WEST + EAST) / 2, (SOUTH + NORTH) / 2] };

/** The view as far as it stays on the city. */
export function clampView({ zoom, centre: [longitude, latitude] }: MapView): MapView {
  const bounded = Math.min(ZOOM_MOST, Math.max(1, zoom));
  if (bounded === 1) return WHOLE_CITY;
  const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
  return { zoom: bounded, centre: [within(longitude, WEST, EAST), within(latitude, SOUTH, NORTH)] };
}

export interface FramedProjection extends Projection {
  /** From pixels of the whole city to pixels of the frame: `scale × p + shift`. */
  readonly scale: number;
  readonly shift: readonly [number, number];
}

/** Between degrees and pixels of the frame for a view. */
export function framedProjection(size: Size, { zoom, centre }: MapView): FramedProjection {
  const whole = cityProjection(size, MARGIN);
  const [x, y] = whole.project(centre);
  const shift = [size.width / 2 - x * zoom, size.height / 2 - y * zoom] as const;
  return {
    scale: zoom,
    shift,
    project: (at) => {
      const [px, py] = whole.project(at);
      return [px * zoom + shift[0], py * zoom + shift[1]];
    },
    unproject: ([px, py]) => whole.unproject([(px - shift[0]) / zoom, (py - shift[1]) / zoom]),
  };
}

/** The view after the map was pulled by some pixels. */
export function panned(size: Size, view: MapView, [dx, dy]: readonly [number, number]): MapView {
  const { unproject } = framedProjection(size, view);
  return clampView({ zoom: view.zoom, centre: unproject([size.width / 2 - dx, size.height / 2 - dy]) });
}

/** Twice as near or as far, around a place: it comes to the middle when it zooms in. */
export function zoomed(view: MapView, factor: number, around: LonLat | null): MapView {
  return clampView({ zoom: view.zoom * factor, centre: factor > 1 && around !== null ? around : view.centre });
}

/** The view that has these places in the frame, with a little room. */
export function fitted(size: Size, places: readonly LonLat[]): MapView {
  const pixels = places.map((place) => framedProjection(size, WHOLE_CITY).project(place));
  const span = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [west, east] = span(pixels.map(([x]) => x));
  const [north, south] = span(pixels.map(([, y]) => y));
  const middle = [(west + east) / 2, (north + south) / 2] as const;
  const zoom = Math.min((size.width - 2 * MARGIN) / (east - west), (size.height - 2 * MARGIN) / (south - north));
  return clampView({ zoom, centre: framedProjection(size, WHOLE_CITY).unproject(middle) });
}

/** Where a path of the whole city is drawn: finer than a pixel, since it is enlarged. */
export const PATH_DETAIL = 8;

/** Projection of the paths, which do not change with the view. */
export function pathProjection({ width, height }: Size): Projection {
  return cityProjection({ width: width * PATH_DETAIL, height: height * PATH_DETAIL }, MARGIN * PATH_DETAIL);
}
