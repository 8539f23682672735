import { PLACE_ROLES, type PlaceRole } from '../../../domain/incident.ts';
import { releaseRequestSchema } from '../../../domain/privacy/release-request.ts';
import { etagMatches } from '../../http/etag-matches.ts';
import { readJson } from '../../http/read-json.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import type { InternalHandler } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import type { BandInput } from './band-input.ts';
import type { BAND_ROUTES } from './rows.ts';

const NOT_RELEASED: Problem = {
  code: 'release_refused',
  detail: 'No table of this place role could be released yet without telling too much of a small number.',
};

const TOO_SOON: Problem = {
  code: 'too_many_requests',
  detail: 'This place role was released by hand less than 24 hours ago: wait, or leave it to the next quarter.',
};

function placeRoleOf(search: URLSearchParams): PlaceRole | Problem {
  for (const name of search.keys()) {
    if (name !== 'role') return { code: 'unknown_parameter', parameter: name, detail: 'This takes role.' };
  }
  const [given, ...more] = search.getAll('role');
  if (more.length > 0) return { code: 'repeated_parameter', parameter: 'role', detail: 'One place role at a time.' };
  const role = PLACE_ROLES.find((one) => one === given);
  return role ?? { code: 'invalid_parameter', parameter: 'role', detail: `One of: ${PLACE_ROLES.join(', ')}.` };
}

/**
 * The table that planners see, as it was released: its bytes and its hash, and nothing that hangs on the counts
 * besides. `no-store`, so that a shared computer keeps nothing after sign-out; the ETag serves whoever holds the table.
 */
export function bandHandlers({
  store,
  headers,
  bands,
}: BandInput): Readonly<Record<RouteKey<(typeof BAND_ROUTES)[number]>, InternalHandler>> {
  return {
    'GET /api/bands': async (c, { userId, role, ip }) => {
      const placeRole = placeRoleOf(new URL(c.req.url).searchParams);
      if (typeof placeRole !== 'string') return problemResponse(placeRole, headers);
      const { shown } = await bands.ofQuarter(placeRole);
      const detail = { placeRole, table: shown?.hash ?? null };
      await store.audit.append({ userId, role, ip, action: 'bands_read', subject: `bands/${placeRole}`, detail });
      if (shown === null) return problemResponse(NOT_RELEASED, headers);
      const etag = `"${shown.hash}"`;
      const kept = { 'Cache-Control': 'no-store', Vary: 'Cookie', ETag: etag, ...headers };
      const known = c.req.header('if-none-match');
      if (known !== undefined && etagMatches(known, etag)) return new Response(null, { status: 304, headers: kept });
      return new Response(shown.table, { headers: { 'Content-Type': 'application/json', ...kept } });
    },
    'POST /api/bands/release': async (c, { userId, role, ip }) => {
      const read = await readJson(c, releaseRequestSchema);
      if ('problem' in read) return problemResponse(read.problem, headers);
      const verdict = await bands.byHand(read.value.role, { userId, role, ip, reason: read.value.reason });
      if (verdict.outcome === 'too_soon') return problemResponse({ ...TOO_SOON, again: verdict.again }, headers);
      if (verdict.outcome === 'refused') {
        const detail = 'The table would tell too much of a small number: the last one stays. Wait for more cases.';
        const cells = verdict.cells.map(({ key }) => key);
        return problemResponse({ code: 'release_refused', detail, cells }, headers);
      }
      return Response.json(verdict, { headers: { 'Cache-Control': 'no-store', ...headers } });
    },
  };
}
