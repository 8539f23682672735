/**
 * A reason not to start that the person at the terminal can mend: one or more lines, each naming what is wrong
 * and what to do. Anything else that is thrown is a bug and keeps its stack.
 */
export class StartFault extends Error {
  readonly lines: readonly string[];

  constructor(lines: string | readonly string[]) {
    const list = typeof lines === 'string' ? [lines] : lines;
    super(list.join('\n'));
    this.name = 'StartFault';
    this.lines = list;
  }
}

/** `ENOENT` and the like, or the message: short enough for one line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return code ?? error.message.split('\n')[0] ?? error.name;
}
