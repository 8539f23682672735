import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';

export const LINES_PER_PAGE = 100;
const FLUSH_CHARACTERS = 64 * 1024;

export interface PagedLines {
  readonly add: (line: unknown) => void;
  /** Answers how many lines there are. */
  readonly close: () => number;
}

/** Writes lines of JSON to a file that only its owner may read, with an index beside it, 100 lines a page. */
export function openPagedLines(path: string): PagedLines {
  const file = openSync(path, 'w', 0o600);
  const offsets: number[] = [];
  let [count, written, waiting] = [0, 0, ''];
  const flush = (): void => {
    const bytes = Buffer.from(waiting);
    let at = 0;
    while (at < bytes.length) at += writeSync(file, bytes, at);
    written += bytes.length;
    waiting = '';
  };
  return {
    add: (line) => {
      if (count % LINES_PER_PAGE === 0) {
        flush();
        offsets.push(written);
      }
      waiting += `${JSON.stringify(line)}\n`;
      count += 1;
      if (waiting.length > FLUSH_CHARACTERS) flush();
    },
    close: () => {
      flush();
      closeSync(file);
      writeFileSync(`${path}.index`, JSON.stringify([...offsets, written]), { mode: 0o600 });
      return count;
    },
  };
}

/** The lines of one page (from 0), unchecked; none beyond the last. */
export function readPage(path: string, page: number): readonly unknown[] {
  if (!existsSync(`${path}.index`)) return [];
  const offsets: unknown = JSON.parse(readFileSync(`${path}.index`, 'utf8'));
  if (!Array.isArray(offsets)) return [];
  const [from, to] = [Number(offsets[page]), Number(offsets[page + 1])];
  if (!(from < to)) return [];
  const bytes = Buffer.alloc(to - from);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, from);
  } finally {
    closeSync(file);
  }
  return bytes
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}
