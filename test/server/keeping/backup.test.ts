import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectSameCounts, makeBackup } from '../../../server/keeping/backup.ts';
import { listBackups, newBackupPath, rotateBackups } from '../../../server/keeping/backup-folder.ts';
import { backupInOwnProcess } from '../../../server/keeping/backup-process.ts';
import { restoreBackup } from '../../../server/keeping/restore.ts';
import { verifyFile } from '../../../server/keeping/sqlite-file.ts';
import { type KeepingFolder, keepingFolder, log, NOW } from './keeping-store.ts';

let folder: KeepingFolder;
beforeEach(() => {
  folder = keepingFolder();
});
afterEach(() => folder.remove());

describe('makeBackup', () => {
  it('copies a store that is open, checked and counted, into one file for its user alone', async () => {
    await log(await folder.open(), 20);
    const target = folder.path('copy.sqlite');
    const report = await makeBackup(folder.databasePath, target);
    expect(report).toMatchObject({ path: target, bytes: statSync(target).size, tables: { audit: 20, audit_head: 1 } });
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(['-wal', '-shm', '-journal', '.part'].filter((end) => existsSync(target + end))).toEqual([]);
    expect(verifyFile(target).tables).toEqual(report.tables);
  });

  it('never overwrites', async () => {
    await folder.open();
    const target = folder.path('copy.sqlite');
    writeFileSync(target, 'minutes of a meeting');
    await expect(makeBackup(folder.databasePath, target)).rejects.toThrow(/is there already: choose another name/);
    expect(readFileSync(target, 'utf8')).toBe('minutes of a meeting');
  });

  it('says what is missing', async () => {
    await expect(makeBackup(folder.databasePath, folder.path('a'))).rejects.toThrow(/nothing to back up/);
    await folder.open();
    await expect(makeBackup(folder.databasePath, folder.path('no/a'))).rejects.toThrow(/is no folder: make it first/);
  });

  it('leaves nothing where the store is damaged', async () => {
    const store = await folder.open();
    await log(store, 500);
    await store.close();
    const bytes = readFileSync(folder.databasePath);
    for (let page = 4; page < bytes.length / 4096; page += 1) bytes.fill(0x5a, page * 4096, (page + 1) * 4096);
    writeFileSync(folder.databasePath, bytes);
    const target = folder.path('copy.sqlite');
    await expect(makeBackup(folder.databasePath, target)).rejects.toThrow(/cannot be written|damaged/);
    expect(existsSync(target)).toBe(false);
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it('runs in a process of its own, and brings its reason back', async () => {
    await log(await folder.open(), 3);
    const target = folder.path('copy.sqlite');
    expect(await backupInOwnProcess(folder.databasePath, target)).toEqual({ bytes: statSync(target).size });
    await expect(backupInOwnProcess(folder.databasePath, target)).rejects.toThrow(/is there already/);
  });
});

function rowsOf(path: string, table: string): readonly Record<string, unknown>[] {
  const file = new Database(path, { readonly: true });
  const rows = file.prepare(`select * from ${table}`).all() as Record<string, unknown>[];
  file.close();
  return rows;
}

function digest(rows: readonly object[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

describe('a backup while others write', () => {
  it('fifty times: each is one moment of the store, and comes back with the same checksum', async () => {
    const store = await folder.open();
    const writer = new Database(folder.databasePath);
    writer.pragma('journal_mode = WAL');
    writer.exec('create table pair (left_side integer, right_side integer)');
    const write = writer.prepare('insert into pair values (?, ?)');
    // Both rows or none: a copy that was taken in between would hold an odd number.
    const both = writer.transaction((n: number) => {
      write.run(n, n);
      write.run(n, n);
    });
    let n = 0;
    const timer = setInterval(() => {
      n += 1;
      both(n);
    }, 1);
    const before = await store.audit.head();
    try {
      for (let i = 0; i < 50; i += 1) {
        await log(store, 1);
        const target = folder.path(`copy-${i}.sqlite`);
        const { tables } = await makeBackup(folder.databasePath, target);
        expect((tables.pair ?? 1) % 2).toBe(0);
        await restoreBackup(folder.path(`restored-${i}`), target, NOW);
        const rows = rowsOf(target, 'pair');
        expect(digest(rowsOf(folder.path(`restored-${i}/petarawan.sqlite`), 'pair'))).toBe(digest(rows));
        expect(digest(rowsOf(folder.path(`restored-${i}/petarawan.sqlite`), 'audit').slice(0, -1))).toBe(
          digest(rowsOf(target, 'audit')),
        );
        const sums = { n: rows.length, s: rows.reduce<number>((sum, row) => sum + Number(row.left_side), 0) };
        // 1 + 1 + 2 + 2 + … : what was acknowledged in order, without a gap.
        expect(sums.s).toBe((sums.n / 2) * (sums.n / 2 + 1));
        expect(tables.audit).toBe(before.seq + i + 1);
      }
    } finally {
      clearInterval(timer);
      writer.close();
    }
    expect(n).toBeGreaterThan(50);
  });
});

describe('expectSameCounts', () => {
  it.each([
    [{ audit: 3 }, { audit: 2 }, 'x holds 2 rows of audit, the store 3.'],
    [{ audit: 3, area: 1 }, { audit: 3 }, 'x holds no rows of area, the store 1.'],
    [{ audit: 3 }, { audit: 3, area: 1 }, 'x holds 1 rows of area, the store none.'],
  ])('%j is not %j', (counted, copied, message) => {
    expect(() => expectSameCounts('x', counted, copied)).toThrow(message);
    expect(() => expectSameCounts('x', counted, { ...counted })).not.toThrow();
  });
});

describe('the folder of daily backups', () => {
  it('keeps the newest and touches nothing else', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 10, day, 2, 30));
    for (let day = 1; day <= 5; day += 1)
      writeFileSync(newBackupPath(folder.dataDir, at(day), 'daily'), 'x'.repeat(day));
    writeFileSync(newBackupPath(folder.dataDir, at(1), 'page'), '');
    const other = folder.path('data/backups/mine.sqlite');
    writeFileSync(other, '');
    expect(rotateBackups(folder.dataDir, 2, 'daily')).toBe(3);
    expect(listBackups(folder.dataDir).filter(({ kind }) => kind === 'page')).toHaveLength(1);
    expect(listBackups(folder.dataDir).filter(({ kind }) => kind === 'daily')).toEqual([
      { name: 'petarawan-20261105T023000Z-daily.sqlite', bytes: 5, at: '2026-11-05T02:30:00Z', kind: 'daily' },
      { name: 'petarawan-20261104T023000Z-daily.sqlite', bytes: 4, at: '2026-11-04T02:30:00Z', kind: 'daily' },
    ]);
    expect(existsSync(other)).toBe(true);
    expect(statSync(folder.path('data/backups')).mode & 0o777).toBe(0o700);
  });

  it('is empty before there is one', () => {
    mkdirSync(folder.dataDir, { recursive: true });
    expect(listBackups(folder.dataDir)).toEqual([]);
  });
});
