import pino, { type Logger } from 'pino';
import type { LogLevel } from './env.ts';

/** JSON lines to stderr: stdout says only where the map is. Nothing of a client's address is ever logged. */
export function openLog(level: LogLevel): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
