import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '../../../server/store/database-file.ts';
import { MIGRATIONS, type Migration, migrate, versionOf } from '../../../server/store/migrations.ts';
import { openDatabase } from '../../../server/store/open.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { asOwner, freshSchema, TEST_DATABASE_URL } from './back-end.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const NOW = new Date('2026-11-24T00:00:00Z');
const NEXT = Math.max(...MIGRATIONS.map(({ version }) => version)) + 1;
const good: Migration = {
  version: NEXT,
  up: async (db) => {
    await db.schema.createTable('later').addColumn('x', 'integer').execute();
  },
};
const bad: Migration = {
  version: NEXT + 1,
  up: async (db) => {
    await db.schema.createTable('half').addColumn('x', 'integer').execute();
    throw new Error('this migration fails');
  },
};

describe('migrations', () => {
  it('are numbered upwards without a double', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('run together or not at all', async () => {
    const db = await openDatabase({ dataDir: folder.path, databaseUrl: null }, NOW);
    const given = { where: 'x', now: NOW, migrations: [...MIGRATIONS, good, bad] };
    await expect(migrate(db, given)).rejects.toThrow('this migration fails');
    expect(await versionOf(db)).toBe(NEXT - 1);
    expect((await db.introspection.getTables()).map(({ name }) => name)).not.toContain('later');
    await migrate(db, { ...given, migrations: [...MIGRATIONS, good] });
    expect(await versionOf(db)).toBe(NEXT);
    await db.destroy();
  });

  it('keep a copy of a file that holds something before they change it, and none of a new one', async () => {
    const path = join(folder.path, DATABASE_FILE);
    await (await openDatabase({ dataDir: folder.path, databaseUrl: null }, NOW)).destroy();
    expect(readdirSync(folder.path).filter((name) => name.includes('before'))).toEqual([]);
    // As the first release left it.
    const file = new Database(path);
    for (const name of file.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]) {
      if (
        ![
          'dataset',
          'document',
          'training_incident',
          'feature',
          'population',
          'evidence',
          'area',
          'edition',
          'schema_version',
        ].includes(name)
      ) {
        file.exec(`drop table "${name}"`);
      }
    }
    file.exec("delete from schema_version where version > 1; insert into dataset values ('a', 'b')");
    file.close();
    const db = await openDatabase({ dataDir: folder.path, databaseUrl: null }, NOW);
    expect(await versionOf(db)).toBe(NEXT - 1);
    expect(await db.selectFrom('dataset').selectAll().execute()).toEqual([{ name: 'a', hash: 'b' }]);
    await db.destroy();
    const copy = new Database(`${path}.before-v${NEXT - 1}`, { readonly: true });
    expect(copy.prepare('select max(version) from schema_version').pluck().get()).toBe(1);
    expect(copy.prepare('select name, hash from dataset').all()).toEqual([{ name: 'a', hash: 'b' }]);
    copy.close();
    expect(existsSync(`${path}.before-v${NEXT - 1}.part`)).toBe(false);
  });

  it.skipIf(TEST_DATABASE_URL === undefined)('of two servers that start at once on PostgreSQL run once', async () => {
    const address = await freshSchema(TEST_DATABASE_URL ?? '');
    try {
      const opened = await Promise.all([1, 2, 3].map(() => openDatabase(address, NOW)));
      const rows = await opened[0]?.selectFrom('schema_version').select('version').orderBy('version').execute();
      expect(rows?.map(({ version }) => version)).toEqual(MIGRATIONS.map(({ version }) => version));
      for (const db of opened) await db.destroy();
    } finally {
      await asOwner(TEST_DATABASE_URL ?? '', `drop schema ${address.schema} cascade`);
    }
  });
});
