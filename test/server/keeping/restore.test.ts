import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteAnchor, readAnchors } from '../../../server/keeping/audit-anchors.ts';
import { makeBackup } from '../../../server/keeping/backup.ts';
import { holdFolder } from '../../../server/keeping/folder-lock.ts';
import { restoreBackup } from '../../../server/keeping/restore.ts';
import { type KeepingFolder, keepingFolder, log, NOW } from './keeping-store.ts';

let folder: KeepingFolder;
let copy: string;

/** A backup of ten lines; the store goes on to fifteen and is closed. */
beforeEach(async () => {
  folder = keepingFolder();
  copy = folder.path('copy.sqlite');
  const store = await folder.open();
  await log(store, 10);
  await makeBackup(folder.databasePath, copy);
  await log(store, 5);
  noteAnchor(folder.dataDir, await store.audit.head(), NOW);
  await store.close();
});
afterEach(() => folder.remove());

const aside = () => readdirSync(folder.dataDir).filter((name) => name.includes('.replaced-'));

describe('restoreBackup', () => {
  it('puts the backup in place, keeps the old store, and says so in the log that goes on', async () => {
    const report = await restoreBackup(folder.dataDir, copy, NOW);
    expect(report.tables.audit).toBe(10);
    expect(report.aside).toBe(`${folder.databasePath}.replaced-20261124T080000Z`);
    expect(aside()).toEqual([
      'audit-anchors.txt.replaced-20261124T080000Z',
      'petarawan.sqlite.replaced-20261124T080000Z',
    ]);
    const old = new Database(report.aside ?? '', { readonly: true });
    expect(old.prepare('select count(*) from audit').pluck().get()).toBe(15);
    const head = old.prepare('select seq, hash from audit_head').get() as { seq: number; hash: string };
    old.close();
    const store = await folder.open();
    const [line] = await store.audit.rows({ before: null, limit: 1, action: null, userId: null });
    expect(line).toMatchObject({
      seq: 11,
      action: 'backup_restored',
      detail: { replacedSeq: 15, replacedHash: head.hash },
    });
    expect(await store.audit.verify(readAnchors(folder.dataDir))).toMatchObject({ ok: true, rows: 11 });
  });

  it('revives no session and no one-time link', async () => {
    const tables = ['user_session', 'user_challenge', 'invitation'] as const;
    const count = async (): Promise<readonly number[]> => {
      const { database } = (await folder.open()).accounts;
      const counts: number[] = [];
      for (const table of tables) counts.push((await database.selectFrom(table).selectAll().execute()).length);
      await database.destroy();
      return counts;
    };
    const backup = new Database(copy);
    backup.exec(`
      insert into user_account (id, email, email_verified, name, role, locked, two_factor_enabled, created_at, updated_at)
        values ('u', 'u@example.invalid', 1, 'Uji', 'satgas', 0, 0, '', '');
      insert into invitation (token_hash, user_id, created_at, expires_at) values ('h', 'u', '', '');
    `);
    backup.close();
    await restoreBackup(folder.dataDir, copy, NOW);
    expect(await count()).toEqual([0, 0, 0]);
  });

  it('refuses while a server holds the folder, and changes nothing', async () => {
    const lock = holdFolder(folder.dataDir);
    await expect(restoreBackup(folder.dataDir, copy, NOW)).rejects.toThrow(/is in use by a running Petarawan: stop it/);
    lock?.release();
    expect(aside()).toEqual([]);
  });

  it('refuses while any other program has the file open', async () => {
    const other = new Database(folder.databasePath);
    other.prepare('select count(*) from audit').get();
    await expect(restoreBackup(folder.dataDir, copy, NOW)).rejects.toThrow(/is in use by a running Petarawan/);
    other.close();
    expect(aside()).toEqual([]);
    await restoreBackup(folder.dataDir, copy, NOW);
  });

  it.each<[string, (file: string) => void, RegExp]>([
    ['a file that is not there', (file) => writeFileSync(`${file}.x`, ''), /is not there/],
    ['an empty file', (file) => writeFileSync(file, ''), /holds no tables of Petarawan/],
    ['a text', (file) => writeFileSync(file, 'minutes of a meeting '.repeat(300)), /is damaged or no database/],
    ['half of one', (file) => writeFileSync(file, readFileSync(copy).subarray(0, 20_000)), /is damaged/],
    [
      'one with a spoilt page',
      (file) => {
        const bytes = readFileSync(copy);
        writeFileSync(file, bytes.fill(0x5a, bytes.length - 8192, bytes.length - 4096));
      },
      /is damaged/,
    ],
    [
      "another program's",
      (file) => new Database(file).exec('create table notes (x)').close(),
      /is not a database of Petarawan/,
    ],
    [
      "a newer program's",
      (file) => {
        writeFileSync(file, readFileSync(copy));
        new Database(file).exec("insert into schema_version values (99, '')").close();
      },
      /was written by a newer Petarawan \(tables of version 99/,
    ],
    [
      'one whose rows point nowhere',
      (file) => {
        writeFileSync(file, readFileSync(copy));
        const database = new Database(file);
        database.pragma('foreign_keys = OFF');
        database.exec("insert into area values ('1.1', 'x', 'kota', '9.9', null, null)").close();
      },
      /rows point to rows that are not there/,
    ],
  ])('refuses %s, and leaves the store as it was', async (_, make, expected) => {
    const file = folder.path('other.sqlite');
    make(file);
    const before = readFileSync(folder.databasePath);
    await expect(restoreBackup(folder.dataDir, file, NOW)).rejects.toThrow(expected);
    expect(readFileSync(folder.databasePath).equals(before)).toBe(true);
    expect(aside()).toEqual([]);
    expect(existsSync(`${folder.databasePath}.restoring`)).toBe(false);
  });

  it('takes the place of a store that is damaged, with what lies beside it', async () => {
    writeFileSync(folder.databasePath, 'not a database at all');
    writeFileSync(`${folder.databasePath}-wal`, 'old');
    const report = await restoreBackup(folder.dataDir, copy, NOW);
    expect(readFileSync(report.aside ?? '', 'utf8')).toBe('not a database at all');
    expect(readFileSync(`${report.aside}-wal`, 'utf8')).toBe('old');
    expect((await (await folder.open()).audit.verify()).ok).toBe(true);
  });

  it('fills an empty folder', async () => {
    const empty = folder.path('elsewhere');
    expect(await restoreBackup(empty, copy, NOW)).toMatchObject({ aside: null, tables: { audit: 10 } });
  });
});
