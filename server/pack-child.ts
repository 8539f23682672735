import * as z from 'zod/mini';
import { compressNow } from './http/compress.ts';

const jobSchema = z.object({ id: z.number(), bytes: z.instanceof(Uint8Array), encoding: z.enum(['gzip', 'br']) });

// A process of its own for `packer.ts`: takes a body, gives it back packed, and ends with its parent.
process.on('message', async (message) => {
  const { id, bytes, encoding } = jobSchema.parse(message);
  process.send?.({ id, packed: await compressNow(bytes, encoding) });
});
process.on('disconnect', () => process.exit(0));
