import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFault } from '../../../server/fault.ts';
import { readAnchors } from '../../../server/keeping/audit-anchors.ts';
import { runCommand } from '../../../server/keeping/command.ts';
import { connect } from '../../../server/store/open.ts';
import { type KeepingFolder, keepingFolder, log, NOW } from './keeping-store.ts';

let folder: KeepingFolder;
beforeEach(() => {
  folder = keepingFolder();
});
afterEach(() => folder.remove());

async function run(name: string, args: readonly string[] = [], environment: Record<string, string> = {}, now = NOW) {
  const lines: string[] = [];
  const settings = folder.settings(environment);
  const code = await runCommand(name, { settings, args, now: () => now, print: (line) => lines.push(line) });
  return { code, text: lines.join('\n') };
}

describe('the commands', () => {
  it('a drill: back up, lose the folder, restore, verify', async () => {
    const store = await folder.open();
    await log(store, 12);
    const file = folder.path('copy.sqlite');
    const made = await run('backup', [file]);
    expect(made.text).toMatch(/copy\.sqlite: \d+ bytes, whole, tables of version \d+\nrows: .*audit 12/);
    expect(made.text).toContain('The secret is not in it');
    const [line] = await store.audit.rows({ before: null, limit: 1, action: null, userId: null });
    expect(line).toMatchObject({ seq: 13, action: 'backup_made', userId: null, detail: { by: 'command' } });
    await store.close();
    rmSync(folder.dataDir, { recursive: true });
    const restored = await run('restore', [file]);
    expect(restored.text).toMatch(/is restored, tables of version \d+\nrows: .*audit 12/);
    const verified = await run('audit:verify');
    expect(verified).toMatchObject({ code: 0, text: expect.stringMatching(/^audit log: 13 rows, whole; 1 ends/) });
  });

  it('audit:verify names the row that does not fit, and ends with 1', async () => {
    await log(await folder.open(), 6);
    const db = connect({ dataDir: folder.dataDir, databaseUrl: null });
    await db.updateTable('audit').set({ subject: 'incident:9' }).where('seq', '=', 4).execute();
    await db.destroy();
    expect(await run('audit:verify')).toEqual({
      code: 1,
      text: 'audit log: BROKEN: row 4 is not what was written there',
    });
  });

  it('audit:verify tells a log that was rolled back by what was noted beside it', async () => {
    const store = await folder.open();
    await log(store, 3);
    await run('backup', [folder.path('a')]);
    expect(readAnchors(folder.dataDir)).toEqual([await store.audit.head()]);
    const db = connect({ dataDir: folder.dataDir, databaseUrl: null });
    const third = await db.selectFrom('audit').selectAll().where('seq', '=', 3).executeTakeFirstOrThrow();
    await db.deleteFrom('audit').where('seq', '>', 3).execute();
    await db.updateTable('audit_head').set({ seq: 3, hash: third.hash }).execute();
    await db.destroy();
    expect((await store.audit.verify()).ok).toBe(true);
    expect(await run('audit:verify')).toMatchObject({
      code: 1,
      text: expect.stringContaining('row 4 is where the log ends'),
    });
  });

  it('purge counts first and takes only when told to', async () => {
    const store = await folder.open();
    await log(store, 4, '192.0.2.1');
    const later = new Date(Date.now() + 31 * 86_400_000);
    const dry = await run('purge', [], {}, later);
    expect(dry.text).toMatch(/closed incidents kept for ever, deleted ones 30 days, addresses 30 days/);
    expect(dry.text).toMatch(/would purge: 0 incidents, 4 addresses\nNothing was taken/);
    expect((await run('purge', ['--yes'], {}, later)).text).toMatch(/\npurged: 0 incidents, 4 addresses$/);
    expect((await run('purge', [], {}, later)).text).toContain('would purge: 0 incidents, 0 addresses');
    expect((await run('purge', [], { AUDIT_IP_DAYS: '7' })).text).toContain('addresses 7 days');
    expect((await store.audit.verify()).ok).toBe(true);
  });

  it.each(['backup', 'restore'])('%s on PostgreSQL names its own tool, and ends with 2', async (name) => {
    const { code, text } = await run(name, ['a'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(code).toBe(2);
    expect(text).toMatch(/use pg_(dump|restore) .*Nothing was done/);
    expect(existsSync(folder.dataDir)).toBe(false);
  });

  it.each<[string, readonly string[]]>([
    ['backup', []],
    ['backup', ['a', 'b']],
    ['backup', ['--help']],
    ['restore', []],
    ['audit:verify', ['x']],
    ['purge', ['--now']],
    ['', []],
    ['toString', []],
  ])('%s %j is told how', async (name, args) => {
    const fault = await run(name, args).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StartFault);
    expect((fault as StartFault).message).toMatch(/^usage: npm run /);
  });

  it.each(['audit:verify', 'purge'])('%s makes no store where there is none', async (name) => {
    await expect(run(name)).rejects.toThrow(/petarawan\.sqlite is not there: start the server once/);
    expect(existsSync(folder.dataDir)).toBe(false);
  });
});
