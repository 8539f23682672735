import { afterEach, beforeEach, expect, it } from 'vitest';
import { confirmAccount } from '../../../server/accounts/confirm-command.ts';
import { resetAccount } from '../../../server/accounts/reset-command.ts';
import { parseSettings } from '../../../server/env.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import { temporaryFolder } from '../fixture/geodata.ts';
import { signInAs } from '../fixture/sign-in.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore(folder.path, NOW, FINGERPRINT_KEY);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

function commandOf(...args: readonly string[]) {
  const { settings } = parseSettings({ DATA_DIR: folder.path });
  if (settings === undefined) throw new Error('settings');
  const lines: string[] = [];
  return { settings, args, now: NOW, print: (line: string) => void lines.push(line), lines };
}

const run = (...args: readonly string[]) => confirmAccount(commandOf(...args));

/** A satgas whose account is in somebody's hands. */
async function makeSatgas(confirmed: boolean): Promise<{ readonly id: string; readonly email: string }> {
  const accounts = { settings: { secret: Buffer.alloc(32) } } as never;
  const { userId: id } = await signInAs({ store, accounts }, 'satgas', { confirmed });
  const at = NOW.toISOString();
  const password = { provider_id: 'credential', password: 'hash', created_at: at, updated_at: at };
  await store.accounts.database
    .insertInto('user_credential')
    .values({ id: `c-${id}`, account_id: id, user_id: id, ...password })
    .execute();
  return { id, email: `${id}@example.invalid` };
}

it('npm run account:confirm confirms a satgas when no colleague is left who could, and says so in the log', async () => {
  const { id, email } = await makeSatgas(false);
  const command = commandOf(email.toUpperCase());
  await confirmAccount(command);
  expect(command.lines).toEqual([expect.stringContaining(`${email} is confirmed`)]);
  expect(await store.accounts.colleagues.isConfirmed(id)).toBe(true);
  const [line] = await store.audit.rows({ before: null, limit: 1, action: 'colleague_confirmed', userId: null });
  expect(line).toMatchObject({ subject: `user:${id}`, userId: null, detail: { by: 'command' } });
  await expect(run(email)).rejects.toThrow('is confirmed already');
});

it('refuses while a colleague could, and after a reset does what the colleague cannot do any more', async () => {
  const colleague = await makeSatgas(true);
  const { email } = await makeSatgas(false);
  await expect(run(email)).rejects.toThrow('1 confirmed member(s) of the Satgas can do this on /account');
  await resetAccount(commandOf(colleague.email));
  expect(await store.accounts.colleagues.isConfirmed(colleague.id)).toBe(false);
  await expect(run(colleague.email)).rejects.toThrow('has no password or no second factor yet');
  await run(email);
});

it('says how it is used, and what it does not confirm', async () => {
  const accounts = { settings: { secret: Buffer.alloc(32) } } as never;
  const { userId } = await signInAs({ store, accounts }, 'planner');
  await expect(run()).rejects.toThrow('usage: npm run account:confirm -- EMAIL');
  await expect(run(`${userId}@example.invalid`)).rejects.toThrow('is planner: only a satgas is confirmed');
  const { id, email } = await makeSatgas(false);
  await store.accounts.database.updateTable('user_account').set({ locked: 1 }).where('id', '=', id).execute();
  await expect(run(email)).rejects.toThrow('is locked');
});
