import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Size } from '../../map/city-projection.ts';
import type { LonLat } from './coordinate.ts';
import { clampView, fitted, framedProjection, type MapView, panned, WHOLE_CITY, zoomed } from './map-view.ts';
import { PIN_HEIGHT, PIN_REACH } from './point-map-mark.tsx';

/** A finger that moved less than this many pixels has tapped. */
const TAP = 8;
/** Share of the frame that an arrow key moves by. */
const STEP = 1 / 8;
/** Pixels that Shift and an arrow key move the point by. */
const NUDGE = 4;
/** How near the map comes when the point is first set: a finger then means some 20 m instead of 150. */
const AFTER_FIRST = 8;
/** Left, right, up, down: where the point or the middle goes. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The view after an arrow key; from the whole city it first looks twice as near, since there is nowhere to move to. */
function moved(size: Size, view: MapView, [x, y]: readonly [number, number]): MapView {
  const near = view.zoom === 1 ? clampView({ ...view, zoom: 2 }) : view;
  return panned(size, near, [-x * size.width * STEP, -y * size.height * STEP]);
}

interface Press {
  readonly x: number;
  readonly y: number;
  readonly view: MapView;
  /** From the finger to the tip of the pin, when it took hold of that. */
  readonly pin: readonly [number, number] | null;
}

/**
 * View of a small map, and what a pointer and keys do to it: tap or Enter sets the point, the pin can be pulled or, with
 * Shift and the arrows, moved a little; anything else that is pulled is the map, which the arrows move as well.
 */
export function useMapMoves(size: Size, point: LonLat | null, onPoint: (point: LonLat) => void) {
  const [view, setView] = useState<MapView>(() =>
    // A point that is corrected can be taken hold of at once.
    point === null ? WHOLE_CITY : clampView({ zoom: AFTER_FIRST, centre: point }),
  );
  const [byKeys, setByKeys] = useState(false);
  const [pulled, setPulled] = useState<LonLat | null>(null);
  const press = useRef<Press | null>(null);
  const { project, unproject } = framedProjection(size, view);

  const choose = (pixel: readonly [number, number]): void => {
    const chosen = unproject(pixel);
    onPoint(chosen);
    if (view.zoom < AFTER_FIRST) setView(clampView({ zoom: AFTER_FIRST, centre: chosen }));
  };
  const nudge = (at: LonLat, [x, y]: readonly [number, number]): void => {
    const [px, py] = project(at);
    onPoint(unproject([px + x * NUDGE, py + y * NUDGE]));
  };
  const pixelOf = ({ currentTarget, clientX, clientY }: PointerEvent): readonly [number, number] => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  /** From a pixel to the tip of the pin, or null when the pin is not under it. */
  const pinAt = ([x, y]: readonly [number, number]): Press['pin'] => {
    if (point === null) return null;
    const [px, py] = project(point);
    const isOn = Math.abs(x - px) <= PIN_REACH && y >= py - PIN_HEIGHT - PIN_REACH / 2 && y <= py + PIN_REACH / 2;
    return isOn ? [px - x, py - y] : null;
  };
  return {
    view,
    /** Whether the keys were used last: the middle is then marked and named. */
    byKeys,
    /** Where the pin is while it is pulled. */
    pulled,
    zoomBy: (factor: number, around: LonLat | null) => setView((now) => zoomed(now, factor, around)),
    fit: () => setView(WHOLE_CITY),
    /** Shows an area; the middle of the frame is marked, for Enter to set the point there. */
    show: (outline: readonly LonLat[]) => {
      setView(fitted(size, outline));
      setByKeys(true);
    },
    handlers: {
      onPointerDown: (event: PointerEvent): void => {
        if (event.button !== 0) return;
        const pin = pinAt(pixelOf(event));
        press.current = { x: event.clientX, y: event.clientY, view, pin };
        setByKeys(false);
        if (view.zoom > 1 || pin !== null) event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent): void => {
        const start = press.current;
        if (start === null) return;
        const by = [event.clientX - start.x, event.clientY - start.y] as const;
        if (Math.hypot(...by) <= TAP && pulled === null) return;
        if (start.pin !== null) {
          const [x, y] = pixelOf(event);
          setPulled(unproject([x + start.pin[0], y + start.pin[1]]));
        } else if (start.view.zoom > 1) setView(panned(size, start.view, by));
      },
      onPointerUp: (event: PointerEvent): void => {
        const start = press.current;
        press.current = null;
        setPulled(null);
        if (start === null) return;
        if (pulled !== null) onPoint(pulled);
        else if (Math.hypot(event.clientX - start.x, event.clientY - start.y) <= TAP) choose(pixelOf(event));
      },
      onPointerCancel: (): void => {
        press.current = null;
        setPulled(null);
      },
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const arrow = ARROWS[event.key];
        if (arrow !== undefined && event.shiftKey && point !== null) nudge(point, arrow);
        else if (arrow !== undefined) setView((now) => moved(size, now, arrow));
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
