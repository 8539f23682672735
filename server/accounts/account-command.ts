import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../env.ts';
import { StartFault } from '../fault.ts';
import type { AccountStore, AccountWrite, User } from '../store/contract/account-store.ts';
import type { AuditAction } from '../store/contract/audit-store.ts';
import { DATABASE_FILE } from '../store/database-file.ts';
import { connect } from '../store/open.ts';
import { sqlAccountStore } from '../store/sql-account-store.ts';

export interface AccountCommand {
  readonly settings: Settings;
  readonly args: readonly string[];
  readonly now: Date;
  readonly print: (line: string) => void;
}

/** The account that `npm run NAME -- EMAIL` is about, on a store that a server may be using. Throws a StartFault. */
export async function withAccount(
  name: string,
  { settings, args }: AccountCommand,
  act: (accounts: AccountStore, user: User) => Promise<void>,
): Promise<void> {
  const [given = '', ...rest] = args;
  if (!given.includes('@') || rest.length > 0) throw new StartFault(`usage: npm run ${name} -- EMAIL`);
  const file = join(settings.dataDir, DATABASE_FILE);
  if (settings.databaseUrl === null && !existsSync(file)) {
    throw new StartFault(`${file} is not there: start the server once.`);
  }
  const db = connect(settings);
  try {
    const accounts = sqlAccountStore(db);
    const user = await accounts.users.findByEmail(given.toLowerCase());
    if (user === null) throw new StartFault(`there is no account ${given}: ${await accounts.users.count()} are kept.`);
    await act(accounts, user);
  } finally {
    await db.destroy();
  }
}

/** Its line in the audit log: whoever has a shell on the machine is nobody's account. */
export function byCommand(action: AuditAction, userId: string, now: Date): AccountWrite {
  const subject = `user:${userId}`;
  const detail = { by: 'command' };
  return { at: now.toISOString(), audit: { userId: null, role: 'admin', action, subject, detail, ip: null } };
}
