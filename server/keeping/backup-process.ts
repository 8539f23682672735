import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { StartFault } from '../fault.ts';

/** A copy of 10 GB from a slow disk takes less. */
const LIMIT_MS = 3_600_000;

const answerSchema = z.union([z.object({ bytes: z.number() }), z.object({ fault: z.string() })]);

/** The source in development, the bundle beside `main.js` otherwise. */
function childFile(): string {
  const here = fileURLToPath(import.meta.url);
  const extension = extname(here);
  return extension === '.ts' ? join(here, '..', '..', 'backup-child.ts') : join(here, '..', 'backup-child.js');
}

function ask(args: readonly string[]): Promise<{ readonly bytes: number }> {
  const file = childFile();
  const child = fork(file, [...args], {
    execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    timeout: LIMIT_MS,
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const answer = answerSchema.parse(message);
      if ('bytes' in answer) resolve(answer);
      else reject(new StartFault(answer.fault));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new StartFault(`the work on the file ended early (${signal ?? code})`)));
  });
}

/** `makeBackup` in a process of its own, so that a server goes on answering. Throws a StartFault with its reason. */
export function backupInOwnProcess(databasePath: string, target: string): Promise<{ readonly bytes: number }> {
  return ask(['backup', databasePath, target]);
}

/** Reads every page and index of the file, in a process of its own. Throws a StartFault when it is damaged. */
export async function checkInOwnProcess(databasePath: string): Promise<void> {
  await ask(['check', databasePath]);
}
