import { useQuery } from '@tanstack/react-query';
import type { CellBoundary } from './map/incident-layer.ts';

async function loadBoundary(): Promise<CellBoundary> {
  const { cellToBoundary } = await import('h3-js');
  return (cell) => cellToBoundary(cell, true).map(([longitude = 0, latitude = 0]) => [longitude, latitude] as const);
}

/** Boundaries of H3 cells, longitude first; null until h3-js (62 kB) is here, and it is fetched for hexagons only. */
export function useHexBoundary(wanted: boolean): CellBoundary | null {
  const { data } = useQuery({
    queryKey: ['hex-boundary'],
    queryFn: async () => ({ boundary: await loadBoundary() }),
    enabled: wanted,
  });
  return data?.boundary ?? null;
}
