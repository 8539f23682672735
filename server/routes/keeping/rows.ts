import type { RouteRow } from '../route-row.ts';

export const KEEPING_ROUTES = [] as const satisfies readonly RouteRow[];
