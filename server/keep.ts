import { confirmAccount } from './accounts/confirm-command.ts';
import { resetAccount } from './accounts/reset-command.ts';
import { parseSettings } from './env.ts';
import { StartFault } from './fault.ts';
import { runCommand } from './keeping/command.ts';
import { storeFault } from './store/store-fault.ts';

// What is written here (the store, backups, uploads, the secret) is for the user that runs the program alone.
process.umask(0o077);

/** What `npm run backup`, `restore`, `audit:verify`, `purge`, `account:reset` and `account:confirm` begin. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const complain = (line: string) => process.stderr.write(`petarawan: ${line}\n`);
  const { settings, problems } = parseSettings(process.env);
  if (settings === undefined) {
    problems.forEach(complain);
    return 1;
  }
  const print = (line: string) => process.stdout.write(`${line}\n`);
  try {
    if (name === 'account:reset') {
      await resetAccount({ settings, args, now: new Date(), print });
      return 0;
    }
    if (name === 'account:confirm') {
      await confirmAccount({ settings, args, now: new Date(), print });
      return 0;
    }
    return await runCommand(name, { settings, args, now: () => new Date(), print });
  } catch (error) {
    const fault = error instanceof StartFault ? error : storeFault(error, settings.dataDir);
    if (fault === null) throw error;
    fault.lines.forEach(complain);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
