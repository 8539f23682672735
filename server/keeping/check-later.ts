import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import { CHECKED_AT_START_BYTES } from '../store/sqlite-connect.ts';
import { checkInOwnProcess } from './backup-process.ts';

/** Checks a file that was too large for the start, while the server answers; a damage is an error in the log. */
export function checkLater(
  path: string,
  log: Pick<Logger, 'info' | 'error'>,
  limit = CHECKED_AT_START_BYTES,
): Promise<void> {
  if (statSync(path).size <= limit) return Promise.resolve();
  const begin = performance.now();
  return checkInOwnProcess(path).then(
    () => log.info({ ms: Math.round(performance.now() - begin) }, 'every page of the store was read and is whole'),
    (error: unknown) => log.error({ err: error }, 'THE STORE IS DAMAGED: stop the server and restore a backup'),
  );
}
