import writeXlsxFile from 'write-excel-file/node';
import * as z from 'zod/mini';

// Takes rows in pages, then `end`; answers with the bytes. Packing 50,000 rows takes seconds within one call.
const cell = z.union([z.string(), z.number(), z.null()]);
const messageSchema = z.union([z.object({ rows: z.array(z.array(cell)) }), z.object({ end: z.literal(true) })]);

const data: (string | number | null)[][] = [];

process.on('message', async (message) => {
  const given = messageSchema.parse(message);
  if ('rows' in given) {
    data.push(...given.rows);
    process.send?.({ taken: given.rows.length });
    return;
  }
  const bytes = await writeXlsxFile(data, { sheet: 'kejadian', stickyRowsCount: 1 }).toBuffer();
  process.send?.({ bytes }, () => process.disconnect());
});
