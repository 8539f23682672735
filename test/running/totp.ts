import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Buffer {
  let bits = '';
  for (const letter of text.replace(/=+$/, '')) bits += ALPHABET.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}

/**
 * The code that an authenticator shows for an `otpauth:` address (RFC 6238, SHA-1, 6 digits).
 *
 * @param stepsLater 1 = the code of the next 30 seconds
 */
export function totpCode(uri: string, stepsLater = 0, atMs = Date.now()): string {
  const { searchParams } = new URL(uri);
  const periodMs = Number(searchParams.get('period') ?? 30) * 1000;
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / periodMs) + stepsLater));
  const digest = createHmac('sha1', fromBase32(searchParams.get('secret') ?? ''))
    .update(counter)
    .digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
