import { useQuery } from '@tanstack/react-query';
import { fetchTrainingIncidents } from './api.ts';
import { useView } from './use-view.tsx';

/** The synthetic set; nothing is asked of the server before the overlay is switched on. */
export function useTrainingIncidents() {
  const { view } = useView();
  return useQuery({
    queryKey: ['training-incidents'],
    queryFn: fetchTrainingIncidents,
    enabled: view.incidents !== null,
  });
}
