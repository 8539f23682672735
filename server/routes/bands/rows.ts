import type { RouteRow } from '../route-row.ts';

export const BAND_ROUTES = [
  {
    method: 'GET',
    path: '/api/bands',
    access: 'incident.bands',
    summary: 'Recorded cases by kecamatan and year in bands, for one place role: the last table that was released',
    answers: 'application/json',
  },
  {
    method: 'POST',
    path: '/api/bands/release',
    access: 'bands.release',
    summary: 'Releases the bands of one place role within the quarter, with a reason, at most once in 24 hours',
    answers: 'application/json',
  },
] as const satisfies readonly RouteRow[];
