import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchCoast, fetchContext, fetchPlaces, fetchRoads } from './api.ts';
import type { BasemapCollection, PlaceCollection, RoadCollection } from './feature-schema.ts';
import { type IncidentLayerData, incidentLayer } from './map/incident-layer.ts';
import { useHexBoundary } from './use-hex-boundary.ts';
import { useRecordedIncidents } from './use-recorded-incidents.ts';
import { trainingView, useTrainingIncidents } from './use-training-incidents.ts';
import { useView } from './use-view.tsx';

export interface MapData {
  readonly basemap: { readonly coast: BasemapCollection; readonly context: BasemapCollection } | null;
  /** Null = not shown, or not here yet. */
  readonly places: PlaceCollection | null;
  readonly roads: RoadCollection | null;
  readonly incidents: IncidentLayerData | null;
}

/**
 * What lies under and over the areas. The quiet layers load when they are shown and `quiet` says that their turn
 * has come: the choropleth goes first.
 */
export function useMapData(quiet: boolean): MapData {
  const { view } = useView();
  const [coast, context, places, roads] = useQueries({
    queries: [
      { queryKey: ['coast'], queryFn: fetchCoast },
      { queryKey: ['context'], queryFn: fetchContext },
      { queryKey: ['places'], queryFn: fetchPlaces, enabled: quiet && view.places },
      { queryKey: ['roads'], queryFn: fetchRoads, enabled: quiet && view.roads },
    ],
  });
  const training = useTrainingIncidents().data;
  const recorded = useRecordedIncidents().data;
  const chosen = trainingView(view);
  const boundary = useHexBoundary(chosen?.mode === 'hexagons');
  const incidents = useMemo(
    () => (chosen === null || training === undefined ? (recorded ?? null) : incidentLayer(training, chosen, boundary)),
    [training, chosen, boundary, recorded],
  );
  const basemap = useMemo(
    () => (coast.data && context.data ? { coast: coast.data, context: context.data } : null),
    [coast.data, context.data],
  );
  return {
    basemap,
    places: view.places ? (places.data ?? null) : null,
    roads: view.roads ? (roads.data ?? null) : null,
    incidents,
  };
}
