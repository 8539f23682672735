import { announcement, firstAdminLines } from './announce.ts';
import { parseSettings } from './env.ts';
import { StartFault } from './fault.ts';
import { openLog } from './log.ts';
import { type Running, start } from './start.ts';

export interface RunInput {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly root: string;
  readonly version: string;
  readonly now: Date;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Starts with the settings of the environment; null, with every problem complained of, when it cannot. */
export async function run({ environment, root, version, now, print, complain }: RunInput): Promise<Running | null> {
  const { settings, problems } = parseSettings(environment);
  if (settings === undefined) {
    for (const problem of problems) complain(`petarawan: ${problem}`);
    return null;
  }
  try {
    const running = await start({ settings, root, version, now, log: openLog(settings.logLevel) });
    for (const line of announcement(settings, running.editionId)) print(line);
    for (const line of firstAdminLines(running.firstAdminLink)) print(line);
    return running;
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    for (const line of error.lines) complain(`petarawan: ${line}`);
    return null;
  }
}
