import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

/** What is read of one piece lives until it is written down: small ones die young, and reading takes a tenth less. */
const CHUNK_BYTES = 16 * 1024;

/** The bytes of a file, piece by piece; each piece is only good until the next. */
function* chunksOf(path: string): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, CHUNK_BYTES, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** Bytes at the end that begin a character and do not end it (at most three). */
function cutTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return width > back ? back : 0;
  }
  return 0;
}

export type TextEncoding = 'utf-8' | 'windows-1252';

/** UTF-8 when every byte of the file fits it, else what older Excel writes. */
export function encodingOf(path: string): TextEncoding {
  let rest = Buffer.alloc(0);
  for (const chunk of chunksOf(path)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const cut = cutTail(bytes);
    if (!isUtf8(bytes.subarray(0, bytes.length - cut))) return 'windows-1252';
    rest = Buffer.from(bytes.subarray(bytes.length - cut));
  }
  return rest.length === 0 ? 'utf-8' : 'windows-1252';
}

/** The text of a file, piece by piece, without a byte order mark. */
export function* textOf(path: string, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (const chunk of chunksOf(path)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}
