import type { RouteRow } from '../route-row.ts';

export const ACCOUNT_ROUTES = [] as const satisfies readonly RouteRow[];
