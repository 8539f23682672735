import type { InternalHandler } from '../internal.ts';
import type { RouteKey } from '../route-row.ts';
import { auditHandlers } from './audit-handlers.ts';
import { backupHandlers } from './backup-handlers.ts';
import { exportHandlers } from './export-handler.ts';
import type { KeepingInput } from './keeping-input.ts';
import { retentionHandlers } from './retention-handlers.ts';
import type { KEEPING_ROUTES } from './rows.ts';

export function keepingHandlers(
  input: KeepingInput,
): Readonly<Record<RouteKey<(typeof KEEPING_ROUTES)[number]>, InternalHandler>> {
  return {
    ...exportHandlers(input),
    ...auditHandlers(input),
    ...retentionHandlers(input),
    ...backupHandlers(input),
  };
}
