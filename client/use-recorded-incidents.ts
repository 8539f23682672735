import { useQuery } from '@tanstack/react-query';
import { sessionMay, useSession } from './session.ts';
import { useView } from './use-view.tsx';

/** The cases of the Satgas for the map; nothing of it is loaded, and nothing asked, for anybody else. */
export function useRecordedIncidents() {
  const { view } = useView();
  const chosen = view.incidents?.set === 'recorded' ? view.incidents : null;
  const may = sessionMay(useSession(chosen !== null), 'incident.read');
  return useQuery({
    queryKey: ['recorded-incidents', chosen],
    queryFn: async () => {
      if (chosen === null) throw new Error('no selection');
      const { fetchRecordedLayer } = await import('./incidents/recorded-layer.ts');
      return fetchRecordedLayer(chosen);
    },
    enabled: chosen !== null && may,
    // Others write as well; and nothing of it stays in memory when the overlay goes.
    staleTime: 30_000,
    gcTime: 0,
    retry: false,
    // While the months move, what was shown stays; a map of another role is never shown under a new name.
    placeholderData: (before, query) => {
      const old = query?.queryKey[1];
      const same = typeof old === 'object' && old?.role === chosen?.role && old?.mode === chosen?.mode;
      return same ? before : undefined;
    },
  });
}
