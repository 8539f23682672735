import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBody } from '../../server/http/body.ts';
import { compressNow } from '../../server/http/compress.ts';
import { etagMatches } from '../../server/http/etag-matches.ts';
import { ENCODINGS, negotiateEncoding } from '../../server/http/negotiate-encoding.ts';

describe('negotiateEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0.1, gzip;q=0.2', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['identity, br;q=0.5', 'identity'],
    ['identity;q=0, gzip;q=0.1', 'gzip'],
    ['*;q=0', 'identity'],
    ['BR ; Q=1.000', 'br'],
    ['br;q=2, gzip;q=0.1', 'gzip'],
    ['deflate', 'identity'],
    [',,;q=1, gzip', 'gzip'],
  ] as const)('%s → %s', (header, expected) => {
    expect(negotiateEncoding(header)).toBe(expected);
  });

  it('answers with a coding that was made, whatever the header says', () => {
    fc.assert(fc.property(fc.string(), (header) => ENCODINGS.includes(negotiateEncoding(header))));
  });
});

describe('etagMatches', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['"x,y",W/"a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['"a', false],
    ['', false],
  ])('%s against "a" is %s', (header, expected) => {
    expect(etagMatches(header, '"a"')).toBe(expected);
  });
});

describe('makeBody', () => {
  const options = {
    contentType: 'text/plain',
    cacheControl: 'no-cache',
    headers: { 'Access-Control-Allow-Origin': '*' },
  };

  it('makes each coding of the same bytes, with a tag of its own', async () => {
    const text = 'kelurahan '.repeat(300);
    const body = await makeBody(text, options, compressNow);
    expect(gunzipSync(body.gzip.bytes).toString()).toBe(text);
    expect(brotliDecompressSync(body.br.bytes).toString()).toBe(text);
    expect(new Set([body.identity.etag, body.gzip.etag, body.br.etag]).size).toBe(3);
    expect(body.br.headers['Content-Encoding']).toBe('br');
    expect(body.identity.headers['Content-Encoding']).toBeUndefined();
    expect(Number(body.br.headers['Content-Length'])).toBe(body.br.bytes.byteLength);
  });

  it('answers with identity what a coding does not make smaller', async () => {
    const body = await makeBody('short', options, compressNow);
    expect(body.br).toBe(body.identity);
    const noise = Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919 * (i + 13)) % 251);
    const grown = await makeBody(noise, options, async (bytes) => Uint8Array.from([...bytes, 0]));
    expect(grown.gzip).toBe(grown.identity);
  });
});
