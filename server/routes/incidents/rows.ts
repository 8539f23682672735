import type { RouteRow } from '../route-row.ts';

// TEAM, 12:52: this group is for incidents themselves (list, one, create, change, close, delete, merge, history,
// duplicates, overlay, counts, months). `GET /api/bands` with its page part is being written by somebody else in
// server/routes/bands and client/bands; the form (client/incidents/form/**) by a third: it exports
// `IncidentForm({initial, onSubmit, onCancel, busy, problem, userId})`. Remove this note.
export const INCIDENT_ROUTES = [] as const satisfies readonly RouteRow[];
