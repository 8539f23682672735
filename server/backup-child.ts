import { reasonOf } from './fault.ts';
import { makeBackup } from './keeping/backup.ts';
import { checkFile } from './store/sqlite-connect.ts';

// `backup DATABASE TARGET` or `check DATABASE`: both read every page of a file within one call, which would stop a server.
async function work([what, databasePath = '', target = '']: readonly string[]): Promise<number> {
  if (what === 'backup') return (await makeBackup(databasePath, target)).bytes;
  checkFile(databasePath);
  return 0;
}

const answer = await work(process.argv.slice(2)).then(
  (bytes) => ({ bytes }),
  (error: unknown) => ({ fault: reasonOf(error) }),
);
process.send?.(answer);
process.disconnect?.();
