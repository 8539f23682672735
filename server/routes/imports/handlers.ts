import type { InternalHandler, InternalInput } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import type { IMPORT_ROUTES } from './rows.ts';

export function importHandlers(
  _input: InternalInput,
): Readonly<Record<RouteKey<(typeof IMPORT_ROUTES)[number]>, InternalHandler>> {
  return {};
}
