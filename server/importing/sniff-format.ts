import { closeSync, openSync, readSync } from 'node:fs';
import type { ImportFormat } from '../store/contract/import-store.ts';
import { FileRefusal } from './file-refusal.ts';

const HEAD_BYTES = 4096;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Beginnings of files that people take for a table: old Excel, PDF, PNG, JPEG, gzip, RAR, an empty zip, XML, HTML. */
const FOREIGN = [
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x50, 0x4b],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a],
  [0x3c],
];

function begins(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => head[i] === byte);
}

/** Format by the first bytes, never by a name or a media type. Throws a FileRefusal for what is none of ours. */
export function sniffFormat(path: string): ImportFormat {
  const head = new Uint8Array(HEAD_BYTES);
  const file = openSync(path, 'r');
  const length = readSync(file, head, 0, HEAD_BYTES, 0);
  closeSync(file);
  if (length === 0) throw new FileRefusal('empty');
  if (begins(head, ZIP)) return 'xlsx';
  const bom = begins(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const text = head.subarray(bom, length);
  const first = text.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  if (first === undefined) throw new FileRefusal('empty');
  if (first === 0x7b || first === 0x5b) return 'geojson';
  if (FOREIGN.some((magic) => begins(text, magic))) throw new FileRefusal('wrong_type');
  // A text has tabs, line ends and letters; other control characters are those of a binary file.
  if (text.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20))) throw new FileRefusal('wrong_type');
  return 'csv';
}
