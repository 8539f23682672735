import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { type Compress, compressNow } from './http/compress.ts';

const resultSchema = z.object({ id: z.number(), packed: z.instanceof(Uint8Array) });

/** The source in development, the bundle beside `main.js` otherwise. */
const CHILD = fileURLToPath(new URL(`./pack-child${extname(import.meta.url)}`, import.meta.url));

export interface Packer {
  readonly compress: Compress;
  readonly close: () => void;
}

/**
 * Packs in a process of its own, begun when first asked: brotli 11 leaves 10 to 40 MB behind in whatever process
 * runs it, and a server would hold them for ever. When that process fails, this one packs.
 */
export function openPacker(): Packer {
  let child: ChildProcess | null = null;
  let nextId = 0;
  const waiting = new Map<number, (packed: Uint8Array<ArrayBuffer> | null) => void>();
  const begin = (): ChildProcess => {
    const begun = fork(CHILD, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const giveUp = (): void => {
      for (const settle of waiting.values()) settle(null);
      waiting.clear();
    };
    begun.on('message', (message) => {
      const { id, packed } = resultSchema.parse(message);
      waiting.get(id)?.(Uint8Array.from(packed));
      waiting.delete(id);
    });
    begun.on('error', giveUp);
    begun.on('exit', giveUp);
    return begun;
  };
  const compress: Compress = async (bytes, encoding) => {
    child ??= begin();
    const { connected } = child;
    const id = nextId;
    nextId += 1;
    const packed = connected
      ? await new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
          waiting.set(id, resolve);
          child?.send({ id, bytes, encoding });
        })
      : null;
    return packed ?? compressNow(bytes, encoding);
  };
  return { compress, close: () => child?.disconnect() };
}
