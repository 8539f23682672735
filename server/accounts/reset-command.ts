import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../env.ts';
import { StartFault } from '../fault.ts';
import { DATABASE_FILE } from '../store/database-file.ts';
import { connect } from '../store/open.ts';
import { sqlAccountStore } from '../store/sql-account-store.ts';
import { oneTimeLink } from './one-time-link.ts';

export interface ResetInput {
  readonly settings: Settings;
  readonly args: readonly string[];
  readonly now: Date;
  readonly print: (line: string) => void;
}

/**
 * `npm run account:reset -- EMAIL`: what whoever runs the machine does when the only admin has lost the phone. Takes
 * password, second factor and sessions away and prints a new one-time link. Throws a StartFault with what to mend.
 */
export async function resetAccount({ settings, args, now, print }: ResetInput): Promise<void> {
  const [given = '', ...rest] = args;
  if (!given.includes('@') || rest.length > 0) throw new StartFault('usage: npm run account:reset -- EMAIL');
  const file = join(settings.dataDir, DATABASE_FILE);
  if (settings.databaseUrl === null && !existsSync(file)) {
    throw new StartFault(`${file} is not there: start the server once.`);
  }
  const db = connect(settings);
  try {
    const { users } = sqlAccountStore(db);
    const user = await users.findByEmail(given.toLowerCase());
    if (user === null) throw new StartFault(`there is no account ${given}: ${await users.count()} are kept.`);
    const { link, invitation } = oneTimeLink(settings.baseUrl, user.id, now);
    const subject = `user:${user.id}`;
    const detail = { by: 'command' };
    const audit = { userId: null, role: 'admin', action: 'user_reset', subject, detail, ip: null } as const;
    await users.reset(user.id, invitation, { at: now.toISOString(), audit });
    print(
      `Password, second factor and sessions of ${given} are gone. This link sets them anew, once, within 72 hours:`,
    );
    print(link);
  } finally {
    await db.destroy();
  }
}
