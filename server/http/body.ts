import { createHash } from 'node:crypto';
import type { Compress } from './compress.ts';
import type { HeaderRecord } from './header-sets.ts';
import type { Encoding } from './negotiate-encoding.ts';

/** One coding of one body, with every header it will ever need: sending it allocates nothing. */
export interface Variant {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly headers: HeaderRecord;
  /** A 304 repeats only what RFC 9110 §15.4.5 asks for, and the CORS pair. */
  readonly notModifiedHeaders: HeaderRecord;
}

export type Body = Readonly<Record<Encoding, Variant>>;

export interface BodyOptions {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly headers: HeaderRecord;
}

const KEPT_ON_304 = ['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'];

/** Strong entity tag of exactly these bytes. */
export function etagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}

/** One coding with its headers. Encodings other than identity name themselves. */
export function makeVariant(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding, options: BodyOptions): Variant {
  const etag = etagOf(bytes);
  const shared = { ETag: etag, 'Cache-Control': options.cacheControl, Vary: 'Accept-Encoding' };
  const kept = Object.entries(options.headers).filter(([name]) => KEPT_ON_304.includes(name));
  return {
    bytes,
    etag,
    headers: {
      'Content-Type': options.contentType,
      'Content-Length': String(bytes.byteLength),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      ...shared,
      ...options.headers,
    },
    notModifiedHeaders: { ...shared, ...Object.fromEntries(kept) },
  };
}

/** Under this many bytes a packet is a packet and a coding only costs. */
const WORTH_COMPRESSING = 512;

/** A body in every coding, made once. A coding that does not make it smaller is answered with identity. */
export async function makeBody(
  source: string | Uint8Array<ArrayBuffer>,
  options: BodyOptions,
  compress: Compress,
): Promise<Body> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  const identity = makeVariant(bytes, 'identity', options);
  if (bytes.byteLength < WORTH_COMPRESSING) return { identity, gzip: identity, br: identity };
  const [gzip, br] = await Promise.all([compress(bytes, 'gzip'), compress(bytes, 'br')]);
  return {
    identity,
    gzip: gzip.byteLength < bytes.byteLength ? makeVariant(gzip, 'gzip', options) : identity,
    br: br.byteLength < bytes.byteLength ? makeVariant(br, 'br', options) : identity,
  };
}
