import * as z from 'zod/mini';
import type { ImportDesk } from '../../importing/import-desk.ts';

const rejectedSchema = z.object({
  row: z.int(),
  faults: z.array(z.object({ field: z.string().check(z.regex(/^\w+$/)), code: z.string().check(z.regex(/^\w+$/)) })),
});

/** Row numbers and codes only: neither a value of the file nor a formula can be in it. */
export function rejectsCsv(desk: ImportDesk, id: string): ReadableStream<Uint8Array> {
  let page = 0;
  return new ReadableStream({
    start: (stream) => stream.enqueue(Buffer.from('row,field,code\n')),
    pull: (stream) => {
      const rows = z.array(rejectedSchema).parse(desk.report(id, 'rejected', page));
      page += 1;
      if (rows.length === 0) return stream.close();
      const lines = rows.flatMap(({ row, faults }) => faults.map(({ field, code }) => `${row},${field},${code}\n`));
      stream.enqueue(Buffer.from(lines.join('')));
    },
  });
}
