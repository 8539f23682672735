import * as z from 'zod/mini';
import { PLACE_ROLES, type PlaceRole } from '../../domain/incident.ts';
import { BANDS, TOTAL_BANDS } from '../../domain/privacy/band.ts';
import type { BandTable } from '../../domain/privacy/band-table.ts';
import type { ReleaseReason } from '../../domain/privacy/release-request.ts';
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

const releasedSchema = z.object({ outcome: z.enum(['released', 'unchanged']) });
export type ReleaseOutcome = z.infer<typeof releasedSchema>['outcome'];

/**
 * `POST /api/bands/release`. Throws a ServerProblem: `too_many_requests` with `again`, or `release_refused` with the
 * cells that the table would tell too much of (none when the audit did not end in time).
 */
export async function releaseBands(role: PlaceRole, reason: ReleaseReason): Promise<ReleaseOutcome> {
  return (await askServer('POST', '/api/bands/release', releasedSchema, { role, reason })).outcome;
}
