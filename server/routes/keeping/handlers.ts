import type { InternalHandler, InternalInput } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import type { KEEPING_ROUTES } from './rows.ts';

export function keepingHandlers(
  _input: InternalInput,
): Readonly<Record<RouteKey<(typeof KEEPING_ROUTES)[number]>, InternalHandler>> {
  return {};
}
