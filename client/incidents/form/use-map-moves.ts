import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Size } from '../../map/city-projection.ts';
import type { LonLat } from './coordinate.ts';
import { clampView, framedProjection, type MapView, panned, WHOLE_CITY, zoomed } from './map-view.ts';

/** A finger that moved less than this many pixels has tapped. */
const TAP = 8;
/** Share of the frame that an arrow key moves by. */
const STEP = 1 / 8;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The view after an arrow key; from the whole city it first looks twice as near, since there is nowhere to move to. */
function moved(size: Size, view: MapView, [x, y]: readonly [number, number]): MapView {
  const near = view.zoom === 1 ? clampView({ ...view, zoom: 2 }) : view;
  return panned(size, near, [x * size.width * STEP, y * size.height * STEP]);
}

/** View of a small map, and what a pointer and keys do to it: tap or Enter chooses, drag or arrows move. */
export function useMapMoves(size: Size, onPoint: (point: LonLat) => void) {
  const [view, setView] = useState<MapView>(WHOLE_CITY);
  const [byKeys, setByKeys] = useState(false);
  const press = useRef<{ readonly x: number; readonly y: number; readonly view: MapView } | null>(null);
  const choose = (pixel: readonly [number, number]): void => onPoint(framedProjection(size, view).unproject(pixel));
  return {
    view,
    /** Whether the keys were used last: the middle is then marked and named. */
    byKeys,
    zoomBy: (factor: number, around: LonLat | null) => setView((now) => zoomed(now, factor, around)),
    fit: () => setView(WHOLE_CITY),
    handlers: {
      onPointerDown: (event: PointerEvent): void => {
        if (event.button !== 0) return;
        press.current = { x: event.clientX, y: event.clientY, view };
        setByKeys(false);
        if (view.zoom > 1) event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent): void => {
        const start = press.current;
        if (start === null || start.view.zoom === 1) return;
        const by = [event.clientX - start.x, event.clientY - start.y] as const;
        if (Math.hypot(...by) > TAP) setView(panned(size, start.view, by));
      },
      onPointerUp: (event: PointerEvent): void => {
        const start = press.current;
        press.current = null;
        if (start === null || Math.hypot(event.clientX - start.x, event.clientY - start.y) > TAP) return;
        const { left, top } = event.currentTarget.getBoundingClientRect();
        choose([event.clientX - left, event.clientY - top]);
      },
      onPointerCancel: (): void => {
        press.current = null;
      },
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const arrow = ARROWS[event.key];
        if (arrow !== undefined) setView((now) => moved(size, now, arrow));
        else if (event.key === '+' || event.key === '=') setView((now) => zoomed(now, 2, null));
        else if (event.key === '-') setView((now) => zoomed(now, 1 / 2, null));
        else if (event.key === 'Enter' || event.key === ' ') choose([size.width / 2, size.height / 2]);
        else return;
        event.preventDefault();
        setByKeys(true);
      },
      onBlur: (): void => setByKeys(false),
    },
  };
}
