/** Smallest first: at the same weight the smaller body wins. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** `q` of one list member, 0..1; an unreadable one counts as 0, so it is never chosen by mistake. */
function qualityOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [name, value] = parameter.split('=');
    if (name?.trim().toLowerCase() !== 'q') continue;
    return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(value?.trim() ?? '') ? Number(value) : 0;
  }
  return 1;
}

/**
 * The content coding to answer with (RFC 9110 §12.5.3), of those that are made: br, gzip or none. Hono's own
 * `accepts` prefers gzip over br for a browser's list. Nothing acceptable answers identity, as the RFC allows.
 */
function negotiate(header: string): Encoding {
  const quality = new Map<string, number>();
  for (const member of header.toLowerCase().split(',')) {
    const [coding, ...parameters] = member.split(';');
    const name = coding?.trim().replace(/^x-gzip$/, 'gzip');
    if (name) quality.set(name, qualityOf(parameters));
  }
  const rest = quality.get('*');
  let best: Encoding = 'identity';
  let bestQuality = 0;
  for (const encoding of ENCODINGS) {
    // Identity is acceptable unless it is refused, but only as the last choice unless it is named.
    const unnamed = encoding === 'identity' ? Number.MIN_VALUE : 0;
    const weight = quality.get(encoding) ?? rest ?? unnamed;
    if (weight > bestQuality) {
      best = encoding;
      bestQuality = weight;
    }
  }
  return best;
}

/** Browsers send a handful of different lists; the bound keeps a hostile client from filling the memory. */
const REMEMBERED = 64;
const remembered = new Map<string, Encoding>();

/** The same, remembered per header text: parsing would cost more than sending a small answer. */
export function negotiateEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === '') return 'identity';
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const encoding = negotiate(header);
  if (remembered.size >= REMEMBERED) remembered.clear();
  if (header.length <= 200) remembered.set(header, encoding);
  return encoding;
}
