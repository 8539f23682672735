import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOfToken } from '../../../server/accounts/one-time-link.ts';
import { resetAccount } from '../../../server/accounts/reset-command.ts';
import { parseSettings } from '../../../server/env.ts';
import { openStore } from '../../../server/store/open.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { signInAs } from '../fixture/sign-in.ts';
import { tokenOf } from './house.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

async function run(...args: readonly string[]): Promise<readonly string[]> {
  const { settings } = parseSettings({ DATA_DIR: folder.path });
  if (settings === undefined) throw new Error('settings');
  const lines: string[] = [];
  await resetAccount({ settings, args, now: NOW, print: (line) => lines.push(line) });
  return lines;
}

describe('npm run account:reset', () => {
  it('takes the way in away and prints a link that is good once', async () => {
    const store = await openStore(folder.path, NOW, FINGERPRINT_KEY);
    const accounts = { settings: { secret: Buffer.alloc(32) } } as never;
    const { userId } = await signInAs({ store, accounts }, 'admin');
    const lines = await run(`${userId.toUpperCase()}@example.invalid`);
    const token = tokenOf(lines.at(-1) ?? null);
    expect(lines.at(-1)).toBe(`http://127.0.0.1:8787/setup#${token}`);
    const at = NOW.toISOString();
    expect(await store.accounts.invitations.find(hashOfToken(token), at)).toMatchObject({ userId });
    expect(await store.accounts.sessions.list(userId)).toEqual([]);
    expect(await store.accounts.users.find(userId)).toMatchObject({ secondFactor: false, ready: false });
    const [line] = await store.audit.rows({ before: null, limit: 1, action: 'user_reset', userId: null });
    expect(line).toMatchObject({ subject: `user:${userId}`, detail: { by: 'command' } });
    await expect(run('orang@example.invalid')).rejects.toThrow('there is no account orang@example.invalid: 1 are kept');
    await store.close();
  });

  it('says how it is used, and that there is no store', async () => {
    await expect(run()).rejects.toThrow('usage: npm run account:reset -- EMAIL');
    await expect(run('a@example.invalid', 'b')).rejects.toThrow('usage');
    await expect(run('a@example.invalid')).rejects.toThrow('start the server once');
  });
});
