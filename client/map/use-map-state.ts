import type { Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect, useLayoutEffect } from 'react';

interface Shown {
  readonly level: unknown;
  readonly rows: unknown;
  readonly layer: unknown;
  readonly theme: unknown;
  readonly language: unknown;
  readonly selected: unknown;
  readonly places: unknown;
  readonly roads: unknown;
  readonly incidents: unknown;
}

/**
 * Writes `data-map-state` on the container: `idle` when every source is loaded and the last frame is drawn,
 * `busy` from any change of what is shown (`shown`, compared by reference) until then.
 */
export function useMapState(map: MapLibreMap | null, container: RefObject<HTMLDivElement | null>, shown: Shown): void {
  useEffect(() => {
    if (map === null) return;
    const write = (state: 'idle' | 'busy') => (): void => {
      if (container.current !== null) container.current.dataset.mapState = state;
    };
    const [idle, busy] = [write('idle'), write('busy')];
    map.on('idle', idle);
    map.on('dataloading', busy);
    map.on('movestart', busy);
    return () => {
      map.off('idle', idle);
      map.off('dataloading', busy);
      map.off('movestart', busy);
    };
  }, [map, container]);

  const { level, rows, layer, theme, language, selected, places, roads, incidents } = shown;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when anything that is shown changes.
  useLayoutEffect(() => {
    if (map === null || container.current === null) return;
    container.current.dataset.mapState = 'busy';
    map.triggerRepaint();
  }, [map, container, level, rows, layer, theme, language, selected, places, roads, incidents]);
}
