import type { RouteRow } from '../route-row.ts';

export const IMPORT_ROUTES = [] as const satisfies readonly RouteRow[];
