import { gate } from '../../../domain/privacy/gate.ts';
import { privateJson } from '../../http/private-answer.ts';
import { type Problem, problemResponse } from '../../problem.ts';
import {
  COUNT_DIMENSIONS,
  type IncidentPoint,
  type MapFilter,
  type MappedCount,
} from '../../store/contract/incident-store.ts';
import type { InternalHandler } from '../internal.ts';
import type { IncidentHandlersInput } from './incident-input.ts';
import { invalid, oneRole, parseAfter, parseBox, parseLimit, parseMapFilter } from './incident-query.ts';

const MODES = ['points', 'clusters', 'heat', 'hexagons'] as const;
const PAGE = 1000;
const LARGEST_PAGE = 2000;

function feature({ id, point, month, source, stage, platforms }: IncidentPoint) {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: point },
    properties: { id, month, source, stage, platforms },
  };
}

function countsJson({ events, withPoint, withCell }: MappedCount) {
  return { events, withPoint, withCell, unmapped: events - withCell };
}

/** What the map and its table show; every look leaves a line. */
export function mapHandlers({ store, headers }: IncidentHandlersInput) {
  const { incidents, audit } = store;
  const refuse = (problem: Problem) => problemResponse(problem, headers);
  const json = (body: unknown) => privateJson(body, headers);

  return {
    'GET /api/incidents/overlay': async (c, { userId, role, ip }) => {
      const given = new URL(c.req.url).searchParams;
      const filter = parseMapFilter(given, ['mode', 'bbox', 'limit', 'after']);
      if ('problem' in filter) return refuse(filter.problem);
      const mode = MODES.find((one) => one === given.get('mode'));
      if (mode === undefined) return refuse(invalid('mode', `One of: ${MODES.join(', ')}.`).problem);
      const box = parseBox(given);
      if ('problem' in box) return refuse(box.problem);
      const limit = parseLimit(given, PAGE, LARGEST_PAGE);
      if ('problem' in limit) return refuse(limit.problem);
      const after = parseAfter(given);
      if ('problem' in after) return refuse(after.problem);
      const counted = await incidents.mapped(filter.value);
      // A gate looks at the selection as a whole: a small box opens nothing and shuts nothing.
      const pointCount = mode === 'hexagons' ? counted.withCell : counted.withPoint;
      const decision = gate(mode, { pointCount, placeRoleCount: 1, eventCount: counted.events, role });
      await audit.append({
        userId,
        role,
        ip,
        action: 'incident_mapped',
        subject: null,
        detail: { mode, ...auditFilter(filter.value), open: decision.open, events: counted.events },
      });
      if (!decision.open) {
        const { reason, have, need } = decision;
        return refuse({ code: 'gated', reason, have, need, detail: 'Too little for this kind of map.' });
      }
      const query = { ...filter.value, box: box.value, limit: limit.value, after: after.value };
      const page = mode === 'hexagons' ? { points: [], next: null } : await incidents.points(query);
      // A child case is an area, never a point; a heat map has no areas.
      const withCells = mode !== 'heat' && after.value === null;
      const which = mode === 'hexagons' ? 'all' : 'without_point';
      const cells = withCells ? await incidents.cells(filter.value, which) : [];
      return json({ ...countsJson(counted), features: page.points.map(feature), cells, next: page.next });
    },
    'GET /api/incidents/summary': async (c, { userId, role, ip }) => {
      const filter = parseMapFilter(new URL(c.req.url).searchParams, []);
      if ('problem' in filter) return refuse(filter.problem);
      const counted = await incidents.mapped(filter.value);
      const [areas, months] = [await incidents.byArea(filter.value), await incidents.months()];
      const detail = { mode: 'table', ...auditFilter(filter.value), events: counted.events };
      await audit.append({ userId, role, ip, action: 'incident_mapped', subject: null, detail });
      return json({ ...countsJson(counted), areas, months });
    },
    'GET /api/incidents/counts': async (c, { userId, role, ip }) => {
      const given = new URL(c.req.url).searchParams;
      const placeRole = oneRole(given);
      if ('problem' in placeRole) return refuse(placeRole.problem);
      const dimension = COUNT_DIMENSIONS.find((one) => one === given.get('by'));
      if (dimension === undefined) return refuse(invalid('by', `One of: ${COUNT_DIMENSIONS.join(', ')}.`).problem);
      const counts = await incidents.counts({ role: placeRole.value, dimension });
      const detail = { mode: 'counts', placeRole: placeRole.value, dimension };
      await audit.append({ userId, role, ip, action: 'incident_mapped', subject: null, detail });
      return json({ counts });
    },
  } satisfies Readonly<Record<string, InternalHandler>>;
}

function auditFilter({ role: placeRole, ...rest }: MapFilter) {
  return { placeRole, ...rest };
}
