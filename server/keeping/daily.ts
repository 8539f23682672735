import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { DEFAULT_RETENTION } from '../../domain/retention.ts';
import type { BandSeries } from '../services/band-series.ts';
import type { Store } from '../store/store.ts';
import { noteAnchor } from './audit-anchors.ts';
import { newBackupPath, rotateBackups } from './backup-folder.ts';
import { runPurge } from './purge.ts';

export interface DailyInput {
  readonly store: Store;
  readonly dataDir: string;
  /** False on PostgreSQL: its own tools do that. */
  readonly isFile: boolean;
  readonly backupKeep: number;
  /** `HH:MM` of the machine's clock. */
  readonly backupTime: string;
  readonly auditIpDays: number;
  readonly backup: (target: string) => Promise<{ readonly bytes: number }>;
  /** The planner's tables: the first day of a quarter that is worked decides what they are. */
  readonly bands: Pick<BandSeries, 'releaseDue'>;
  readonly now: () => Date;
  readonly log: Logger;
}

/** The server itself, in the audit log. */
const SERVER = { userId: null, role: 'admin', ip: null } as const;

/** Long after a draft of the form has gone (7 days): no later send can bring a key again. */
const SENT_KEY_DAYS = 30;
const DAY_MS = 86_400_000;

const EMPTY_TRIES = 30;
const EMPTY_PAUSE_MS = 1_000;

/** Tries until nobody is at work; false after half a minute: then the next day does it. */
async function emptiedAtLast(store: Store): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    if (await store.emptyLog()) return true;
    if (tries === EMPTY_TRIES) return false;
    await sleep(EMPTY_PAUSE_MS);
  }
}

/** `YYYY-MM-DD` and `HH:MM` of the machine's clock. */
function localTime(at: Date): { readonly day: string; readonly time: string } {
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}

async function backUp({ store, dataDir, backupKeep, backup, now }: DailyInput): Promise<number> {
  const at = now();
  const { bytes } = await backup(newBackupPath(dataDir, at, 'daily'));
  await store.audit.append({ ...SERVER, action: 'backup_made', subject: null, detail: { by: 'daily', bytes } });
  return rotateBackups(dataDir, backupKeep, 'daily');
}

/**
 * The work of a day, once it is due and nobody else did it: a backup first, then what retention takes, the planner's
 * tables where a quarter began, then the end of the audit chain is noted. A part that fails is logged and does not stop the others. Returns whether it was due.
 */
export async function dailyWork(input: DailyInput): Promise<boolean> {
  const { store, dataDir, isFile, backupKeep, backupTime, auditIpDays, now, log } = input;
  const { day, time } = localTime(now());
  if (time < backupTime || !(await store.settings.claimDay(day, now().toISOString()))) return false;
  const attempt = async (what: string, act: () => Promise<object>): Promise<void> => {
    try {
      log.info({ ...(await act()) }, what);
    } catch (error) {
      log.error({ err: error }, `${what} failed`);
    }
  };
  if (isFile && backupKeep > 0) await attempt('daily backup', async () => ({ removed: await backUp(input) }));
  await attempt('daily purge', async () => {
    const retention = (await store.settings.retention()) ?? { ...DEFAULT_RETENTION, addressDays: auditIpDays };
    return runPurge(store, retention, now(), SERVER);
  });
  await attempt('daily forgetting of sent keys', async () => {
    const before = new Date(now().getTime() - SENT_KEY_DAYS * DAY_MS).toISOString();
    return { forgotten: await store.incidents.forgetSent(before) };
  });
  await attempt('planner tables', () => input.bands.releaseDue());
  // Also for a point that was forgotten while somebody was at work.
  await attempt('log of the store emptied', async () => ({ emptied: await emptiedAtLast(store) }));
  await attempt('end of the audit log noted', async () => {
    const head = await store.audit.head();
    noteAnchor(dataDir, head, now());
    return { seq: head.seq };
  });
  return true;
}

/** Between two looks at the clock: a machine that slept, or whose clock was set, is late by no more than that. */
const LOOK_MS = 60_000;

/** Looks at the clock until `stop`, and keeps no process alive. `stop` resolves when work under way has ended. */
export function startDaily(input: DailyInput): { readonly stop: () => Promise<void> } {
  let working: Promise<unknown> = Promise.resolve();
  let busy = false;
  const look = () => {
    if (busy) return;
    busy = true;
    working = dailyWork(input)
      .catch((error: unknown) => input.log.error({ err: error }, 'the daily work failed'))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
