import type { Retention } from '../../domain/retention.ts';
import type { AuditEntry } from '../store/contract/audit-store.ts';
import type { PurgeQuery } from '../store/contract/incident-store.ts';
import type { Store } from '../store/store.ts';

/** Taken in one transaction: some 20 ms, so that no other writer waits longer than that. */
const INCIDENTS_PER_STEP = 200;

const DAY_MS = 86_400_000;

export interface PurgeCounts {
  readonly incidents: number;
  readonly addresses: number;
}

interface Limits {
  readonly incidents: PurgeQuery;
  readonly addressesBefore: string;
}

/** What falls due at a moment. Months are counted by the calendar. */
export function purgeLimits({ closedMonths, deletedDays, addressDays }: Retention, now: Date): Limits {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() - (closedMonths ?? 0);
  const month = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  return {
    incidents: { deletedBefore: daysAgo(deletedDays), closedBeforeMonth: closedMonths === null ? null : month },
    addressesBefore: daysAgo(addressDays),
  };
}

/** The dry run: how many a purge would take. */
export async function countPurge(store: Store, retention: Retention, now: Date): Promise<PurgeCounts> {
  const limits = purgeLimits(retention, now);
  return {
    incidents: await store.incidents.purgeable(limits.incidents),
    addresses: await store.audit.countAddresses(limits.addressesBefore),
  };
}

/** Takes what fell due for good. Each step keeps its audit line in its own transaction. */
export async function runPurge(
  store: Store,
  retention: Retention,
  now: Date,
  who: Pick<AuditEntry, 'userId' | 'role' | 'ip'>,
): Promise<PurgeCounts> {
  const limits = purgeLimits(retention, now);
  const audit: AuditEntry = { ...who, action: 'incident_purged', subject: null, detail: {} };
  let incidents = 0;
  for (;;) {
    const taken = await store.incidents.purge(limits.incidents, INCIDENTS_PER_STEP, { at: now.toISOString(), audit });
    incidents += taken;
    if (taken < INCIDENTS_PER_STEP) break;
  }
  const addresses = await store.audit.forgetAddresses(limits.addressesBefore);
  await store.emptyLog();
  return { incidents, addresses };
}
