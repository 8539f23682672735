import type { RouteRow } from '../route-row.ts';

const JSON_TYPE = 'application/json';

/** The first that fits a path answers: fixed names stand before `:incidentId`. */
export const INCIDENT_ROUTES = [
  {
    method: 'GET',
    path: '/api/incidents',
    access: 'incident.read',
    summary: 'Cases, newest month first, by filters and pages',
    answers: JSON_TYPE,
  },
  {
    method: 'POST',
    path: '/api/incidents',
    access: 'incident.write',
    summary: 'Record a case; says what may be the same case',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/incidents/overlay',
    access: 'incident.read',
    summary: 'One place role for the map, behind the gates: points, clusters, heat or hexagons',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/incidents/summary',
    access: 'incident.read',
    summary: 'The same selection as a table by area, and how many a map cannot show',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/incidents/counts',
    access: 'incident.read',
    summary: 'Cases by area, year and category, for one place role',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/incidents/:incidentId',
    access: 'incident.read',
    summary: 'One case',
    answers: JSON_TYPE,
  },
  {
    method: 'PUT',
    path: '/api/incidents/:incidentId',
    access: 'incident.write',
    summary: 'Correct a case',
    answers: JSON_TYPE,
  },
  {
    method: 'DELETE',
    path: '/api/incidents/:incidentId',
    access: 'incident.write',
    summary: 'Delete a case; retention purges it later',
    answers: JSON_TYPE,
  },
  {
    method: 'POST',
    path: '/api/incidents/:incidentId/close',
    access: 'incident.write',
    summary: 'Close a case',
    answers: JSON_TYPE,
  },
  {
    method: 'POST',
    path: '/api/incidents/:incidentId/reopen',
    access: 'incident.write',
    summary: 'Open a closed case again',
    answers: JSON_TYPE,
  },
  {
    method: 'POST',
    path: '/api/incidents/:incidentId/merge',
    access: 'incident.write',
    summary: 'Keep another record of the same case and delete this one',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/incidents/:incidentId/revisions',
    access: 'incident.read',
    summary: 'What stood before each change, who made it and when',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/incidents/:incidentId/duplicates',
    access: 'incident.read',
    summary: 'Other records that may be the same case',
    answers: JSON_TYPE,
  },
] as const satisfies readonly RouteRow[];
