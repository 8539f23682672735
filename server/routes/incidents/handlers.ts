import type { InternalHandler } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import type { IncidentHandlersInput } from './incident-input.ts';
import { mapHandlers } from './map-handlers.ts';
import { recordHandlers } from './record-handlers.ts';
import type { INCIDENT_ROUTES } from './rows.ts';

export function incidentHandlers(
  input: IncidentHandlersInput,
): Readonly<Record<RouteKey<(typeof INCIDENT_ROUTES)[number]>, InternalHandler>> {
  return { ...recordHandlers(input), ...mapHandlers(input) };
}
