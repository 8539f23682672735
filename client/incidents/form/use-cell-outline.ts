import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LonLat } from './coordinate.ts';

/** What the server keeps of a child case. */
const H3_RESOLUTION = 8;

async function loadOutline(): Promise<(point: LonLat) => readonly LonLat[]> {
  const { cellToBoundary, latLngToCell } = await import('h3-js');
  return ([longitude, latitude]) =>
    cellToBoundary(latLngToCell(latitude, longitude, H3_RESOLUTION), true).map(([x = 0, y = 0]) => [x, y] as const);
}

/** The cell around a point, longitude first; null without a point, and until h3-js (62 kB) is here. */
export function useCellOutline(point: LonLat | null, wanted: boolean): readonly LonLat[] | null {
  const { data } = useQuery({
    queryKey: ['cell-outline'],
    queryFn: async () => ({ outline: await loadOutline() }),
    enabled: wanted,
  });
  const outline = data?.outline;
  return useMemo(
    () => (wanted && point !== null && outline !== undefined ? outline(point) : null),
    [wanted, point, outline],
  );
}
