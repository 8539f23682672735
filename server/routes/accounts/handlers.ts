import type { InternalHandler } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import type { AccountInput } from './account-input.ts';
import { colleagueHandlers } from './colleague-handlers.ts';
import { oidcHandlers } from './oidc-handlers.ts';
import { ownAccountHandlers } from './own-account-handlers.ts';
import type { ACCOUNT_ROUTES } from './rows.ts';
import { secondFactorHandlers } from './second-factor-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { setupHandlers } from './setup-handlers.ts';
import { signInHandlers } from './sign-in-handlers.ts';
import { userHandlers } from './user-handlers.ts';

export function accountHandlers(
  input: AccountInput,
): Readonly<Record<RouteKey<(typeof ACCOUNT_ROUTES)[number]>, InternalHandler>> {
  return {
    ...sessionHandlers(input),
    ...signInHandlers(input),
    ...oidcHandlers(input),
    ...setupHandlers(input),
    ...secondFactorHandlers(input),
    ...ownAccountHandlers(input),
    ...userHandlers(input),
    ...colleagueHandlers(input),
  };
}
