import type { RouteRow } from '../route-row.ts';

export const INCIDENT_ROUTES = [] as const satisfies readonly RouteRow[];
