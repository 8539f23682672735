import { open, rm } from 'node:fs/promises';
import { FileRefusal } from './file-refusal.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/** A line of 10 kB/s brings 3 MB in this time. */
const RECEIVE_LIMIT_MS = 300_000;

/**
 * Writes a body to a new file that only its owner may read, piece by piece; answers its size. Throws a FileRefusal,
 * the file gone, when it is too large, too slow, empty, or breaks off.
 */
export async function receiveUpload(body: ReadableStream<Uint8Array> | null, path: string): Promise<number> {
  if (body === null) throw new FileRefusal('empty');
  const file = await open(path, 'wx', 0o600);
  const reader = body.getReader();
  const end = performance.now() + RECEIVE_LIMIT_MS;
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new FileRefusal('interrupted');
      });
      if (done) break;
      bytes += value.byteLength;
      if (bytes > IMPORT_LIMITS.bytes) throw new FileRefusal('too_large');
      if (performance.now() > end) throw new FileRefusal('too_slow');
      await file.write(value);
    }
    if (bytes === 0) throw new FileRefusal('empty');
    return bytes;
  } catch (error) {
    await rm(path, { force: true });
    await reader.cancel().catch(() => {});
    throw error;
  } finally {
    await file.close();
  }
}
