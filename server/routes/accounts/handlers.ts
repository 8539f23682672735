import type { Accounts } from '../../accounts/accounts.ts';
import type { InternalHandler, InternalInput } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import type { ACCOUNT_ROUTES } from './rows.ts';

/** Accounts want the account library besides. */
export interface AccountInput extends InternalInput {
  readonly accounts: Accounts;
}

export function accountHandlers(
  _input: AccountInput,
): Readonly<Record<RouteKey<(typeof ACCOUNT_ROUTES)[number]>, InternalHandler>> {
  return {};
}
