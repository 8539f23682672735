import type { InternalHandler, InternalInput } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import type { INCIDENT_ROUTES } from './rows.ts';

export function incidentHandlers(
  _input: InternalInput,
): Readonly<Record<RouteKey<(typeof INCIDENT_ROUTES)[number]>, InternalHandler>> {
  return {};
}
