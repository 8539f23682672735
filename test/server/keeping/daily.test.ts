import { readFileSync } from 'node:fs';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAnchors } from '../../../server/keeping/audit-anchors.ts';
import { makeBackup } from '../../../server/keeping/backup.ts';
import { listBackups } from '../../../server/keeping/backup-folder.ts';
import { type DailyInput, dailyWork, startDaily } from '../../../server/keeping/daily.ts';
import { type KeepingFolder, keepingFolder, log } from './keeping-store.ts';

let folder: KeepingFolder;
beforeEach(() => {
  folder = keepingFolder();
});
afterEach(async () => {
  vi.useRealTimers();
  await folder.remove();
});

/** By the machine's own clock, wherever it stands. */
const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

async function input(at: Date, more: Partial<DailyInput> = {}): Promise<DailyInput> {
  return {
    store: await folder.open(),
    dataDir: folder.dataDir,
    isFile: true,
    backupKeep: 2,
    backupTime: '02:30',
    auditIpDays: 30,
    backup: (target) => makeBackup(folder.databasePath, target),
    bands: { releaseDue: async () => ({ released: 0 }) },
    now: () => at,
    log: pino({ level: 'silent' }),
    ...more,
  };
}

describe('the work of a day', () => {
  it('is due once a day, from its time on', async () => {
    const given = await input(local(24, 2, 29));
    expect(await dailyWork(given)).toBe(false);
    expect(await dailyWork({ ...given, now: () => local(24, 2, 30) })).toBe(true);
    expect(await dailyWork({ ...given, now: () => local(24, 23, 59) })).toBe(false);
    expect(await dailyWork({ ...given, now: () => local(25, 14) })).toBe(true);
  });

  it('makes a backup with its line, keeps the newest, and notes the end of the log', async () => {
    const given = await input(local(1, 3));
    for (let day = 1; day <= 4; day += 1) await dailyWork({ ...given, now: () => local(day, 3) });
    expect(listBackups(folder.dataDir).map(({ at }) => new Date(at).getTime())).toEqual([
      local(4, 3).getTime(),
      local(3, 3).getTime(),
    ]);
    const rows = await given.store.audit.rows({ before: null, limit: 9, action: 'backup_made', userId: null });
    expect(rows.map(({ detail, userId }) => [detail.by, userId])).toEqual(
      Array.from({ length: 4 }, () => ['daily', null]),
    );
    expect(readAnchors(folder.dataDir)).toHaveLength(4);
    expect(readFileSync(`${folder.dataDir}/audit-anchors.txt`, 'utf8')).toMatch(/^1 [0-9a-f]{64} 2026-/);
  });

  it('goes on when one part fails', async () => {
    const given = await input(local(24, 3), { backup: () => Promise.reject(new Error('no room')) });
    await log(given.store, 2, '192.0.2.1');
    const later = new Date(Date.now() + 40 * 86_400_000);
    await dailyWork({ ...given, now: () => new Date(later.setHours(3)) });
    expect(await given.store.audit.countAddresses('2099')).toBe(0);
    expect(readAnchors(folder.dataDir)).toHaveLength(1);
  });

  it('makes no backup on PostgreSQL, or when none is wanted', async () => {
    for (const [day, more] of [
      [1, { isFile: false }],
      [2, { backupKeep: 0 }],
    ] as const) {
      await dailyWork(await input(local(day, 3), more));
    }
    expect(listBackups(folder.dataDir)).toEqual([]);
  });
});

describe('startDaily', () => {
  it('looks each minute, one look at a time, and stops', async () => {
    const given = await input(local(24, 1));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let at = local(24, 2, 28);
    const done: string[] = [];
    const daily = startDaily({
      ...given,
      now: () => at,
      backup: async () => {
        done.push('backup');
        return { bytes: 1 };
      },
    });
    for (let minute = 29; minute <= 32; minute += 1) {
      at = local(24, 2, minute);
      vi.advanceTimersByTime(60_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(done).toEqual(['backup']);
    await daily.stop();
    at = local(25, 3);
    vi.advanceTimersByTime(600_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toEqual(['backup']);
  });
});
