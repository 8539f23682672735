import { reasonOf } from './fault.ts';
import { makeBackup } from './keeping/backup.ts';

// `backup-child DATABASE TARGET`: checking a copy reads every page of it within one call, which would stop a server.
const [databasePath = '', target = ''] = process.argv.slice(2);
const answer = await makeBackup(databasePath, target).then(
  ({ bytes }) => ({ bytes }),
  (error: unknown) => ({ fault: reasonOf(error) }),
);
process.send?.(answer);
process.disconnect?.();
