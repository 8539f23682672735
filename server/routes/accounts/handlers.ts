import type { InternalHandler, InternalInput } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import type { ACCOUNT_ROUTES } from './rows.ts';

export function accountHandlers(
  _input: InternalInput,
): Readonly<Record<RouteKey<(typeof ACCOUNT_ROUTES)[number]>, InternalHandler>> {
  return {};
}
