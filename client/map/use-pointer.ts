import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { MapLevel } from '../view.ts';
import { markArea } from './area-state.ts';
import { SOURCES } from './layers/sources.ts';
import { OWN } from './map-event.ts';

export interface PointerHandlers {
  readonly onSelect: (code: string | null) => void;
  /** Id of a place that was clicked. */
  readonly onPlaceClick: (id: string) => void;
  /** Id of an incident that was clicked; null where incidents are not for opening. */
  readonly onIncidentClick: ((id: string) => void) | null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function areaAt(map: MapLibreMap, { point }: MapMouseEvent, level: MapLevel): string | null {
  return textOf(map.queryRenderedFeatures(point, { layers: [`${level}-fill`] })[0]?.properties.code);
}

/** What lies within a finger of the pointer on one of the layers. */
function idAt(map: MapLibreMap, { point }: MapMouseEvent, layers: string[]): string | null {
  const around: [[number, number], [number, number]] = [
    [point.x - 6, point.y - 6],
    [point.x + 6, point.y + 6],
  ];
  return textOf(map.queryRenderedFeatures(around, { layers })[0]?.properties.id);
}

async function openCluster(map: MapLibreMap, { point }: MapMouseEvent): Promise<boolean> {
  const [cluster] = map.queryRenderedFeatures(point, { layers: ['incident-clusters'] });
  const id: unknown = cluster?.properties.cluster_id;
  const source = map.getSource<GeoJSONSource>(SOURCES.clusters);
  if (typeof id !== 'number' || cluster?.geometry.type !== 'Point' || source === undefined) return false;
  const [longitude = 0, latitude = 0] = cluster.geometry.coordinates;
  const zoom = await source.getClusterExpansionZoom(id);
  map.easeTo({ center: [longitude, latitude], zoom }, OWN);
  return true;
}

/** Hover outlines an area, a click or tap opens a cluster, an incident, a place or an area, in that order. */
export function usePointer(map: MapLibreMap | null, level: MapLevel, handlers: PointerHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    if (map === null) return;
    let hovered: string | null = null;
    const hover = (code: string | null): void => {
      markArea(map, level, 'hover', hovered, code);
      hovered = code;
    };
    const move = (event: MapMouseEvent): void => {
      const code = areaAt(map, event, level);
      hover(code);
      map.getCanvas().style.cursor = code === null ? '' : 'pointer';
    };
    const leave = (): void => hover(null);
    const click = async (event: MapMouseEvent): Promise<void> => {
      if (await openCluster(map, event)) return;
      const { onIncidentClick } = latest.current;
      const incident = onIncidentClick && idAt(map, event, ['incident-points', 'incident-clusters']);
      if (onIncidentClick && incident) return onIncidentClick(incident);
      const place = idAt(map, event, ['places']);
      if (place !== null) latest.current.onPlaceClick(place);
      else latest.current.onSelect(areaAt(map, event, level));
    };
    map.on('mousemove', move);
    map.on('mouseout', leave);
    map.on('click', click);
    return () => {
      map.off('mousemove', move);
      map.off('mouseout', leave);
      map.off('click', click);
      hover(null);
    };
  }, [map, level]);
}
