import * as z from 'zod/mini';
import { PLACE_ROLES, type PlaceRole } from '../../domain/incident.ts';
import { BANDS, TOTAL_BANDS } from '../../domain/privacy/band.ts';
import type { BandTable } from '../../domain/privacy/band-table.ts';
import { askServer } from '../internal-api.ts';

const totalBand = z.enum(TOTAL_BANDS);

const bandTableSchema = z.object({
  placeRole: z.enum(PLACE_ROLES),
  years: z.array(z.number()).check(z.minLength(1)),
  rows: z.array(z.object({ areaCode: z.string(), bands: z.array(z.enum(BANDS)), total: totalBand })),
  totals: z.array(totalBand),
  total: totalBand,
});

/** `GET /api/bands`: the table last released. Throws a ServerProblem, `release_refused` when there is none yet. */
export function fetchBands(role: PlaceRole): Promise<BandTable> {
  return askServer('GET', `/api/bands?${new URLSearchParams({ role })}`, bandTableSchema);
}
