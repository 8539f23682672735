import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { MAX_SHEET_ROWS } from '../../domain/export-request.ts';
import { SHEET_COLUMNS, sheetRow, type Watermark } from './export-rows.ts';
import type { Pages } from './export-text.ts';

const answerSchema = z.union([z.object({ taken: z.number() }), z.object({ bytes: z.instanceof(Uint8Array) })]);
type Answer = z.infer<typeof answerSchema>;

/** The source in development, the bundle beside `main.js` otherwise. */
function begin(): ChildProcess {
  const here = fileURLToPath(import.meta.url);
  const isSource = extname(here) === '.ts';
  return fork(join(here, '..', isSource ? 'xlsx-child.ts' : 'xlsx-child.js'), {
    execArgv: isSource ? ['--import', 'tsx'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function ask(child: ChildProcess, message: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the sheet was not made (${code})`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answerSchema.parse(answer));
    });
    child.send(message, (error) => error !== null && reject(error));
  });
}

/** A workbook of one sheet, packed in a process of its own; null when there are more rows than a sheet takes here. */
export async function sheetOf(pages: Pages, mark: Watermark): Promise<Uint8Array<ArrayBuffer> | null> {
  const child = begin();
  try {
    await ask(child, { rows: [SHEET_COLUMNS] });
    let rows = 0;
    for await (const records of pages) {
      rows += records.length;
      if (rows > MAX_SHEET_ROWS) return null;
      await ask(child, { rows: records.map((record) => sheetRow(record, mark)) });
    }
    const answer = await ask(child, { end: true });
    if (!('bytes' in answer)) throw new Error('the sheet was not made');
    return Uint8Array.from(answer.bytes);
  } finally {
    child.kill();
  }
}
