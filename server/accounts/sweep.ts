import type { AccountStore } from '../store/contract/account-store.ts';
import type { SessionLimits } from './session-rule.ts';

const HOUR_MS = 3_600_000;

/** Removes sessions that no longer count, with their addresses, and links, challenges and counters that are over. */
export async function sweepAccounts(store: AccountStore, limits: SessionLimits, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  await store.sessions.sweep({
    begunBefore: before(limits.maxHours * HOUR_MS),
    usedBefore: before(limits.idleMinutes * 60_000),
    now: now.toISOString(),
  });
}
