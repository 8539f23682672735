import { useQuery } from '@tanstack/react-query';
import { fetchTrainingIncidents } from './api.ts';
import { useView } from './use-view.tsx';
import type { IncidentView, View } from './view.ts';

/** What is chosen of the synthetic set; null when it is off. */
export function trainingView({ incidents }: View): IncidentView | null {
  return incidents?.set === 'training' ? incidents : null;
}

/** The synthetic set; nothing is asked of the server before the overlay is switched on. */
export function useTrainingIncidents() {
  const { view } = useView();
  return useQuery({
    queryKey: ['training-incidents'],
    queryFn: fetchTrainingIncidents,
    enabled: trainingView(view) !== null,
  });
}
