import { FileRefusal } from './file-refusal.ts';

/** A feature nests six deep (feature, geometry, rings, positions); a point four. */
const MOST_DEPTH = 16;
const LONGEST_FEATURE = 256 * 1024;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [BRACE_OPEN, BRACE_CLOSE, BRACKET_OPEN, BRACKET_CLOSE] = [0x7b, 0x7d, 0x5b, 0x5d];

/** The members of the collection other than its features, and a feature at a time: never more is in memory. */
export interface FeatureSink {
  readonly feature: (text: string) => void;
  /** The collection without its features, at the end. */
  readonly rest: (text: string) => void;
}

/**
 * Splits a FeatureCollection into its features without parsing the whole: the bytes are walked once, by depth and
 * by strings. What nests too deep, or is no collection, is refused before anything is parsed.
 */
export function splitFeatures(bytes: Uint8Array, sink: FeatureSink): void {
  let depth = 0;
  let inString = false;
  let featureStart = -1;
  let restStart = 0;
  let inFeatures = false;
  const rest: string[] = [];
  const textOf = (from: number, to: number): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (inString) {
      if (byte === BACKSLASH) i += 1;
      else if (byte === QUOTE) inString = false;
      continue;
    }
    if (byte === QUOTE) inString = true;
    else if (byte === BRACE_OPEN || byte === BRACKET_OPEN) {
      depth += 1;
      if (depth > MOST_DEPTH) throw new FileRefusal('nested_too_deep');
      if (
        depth === 2 &&
        byte === BRACKET_OPEN &&
        !inFeatures &&
        /"features"\s*:\s*$/.test(textOf(Math.max(0, i - 40), i))
      ) {
        inFeatures = true;
        rest.push(textOf(restStart, i + 1));
        restStart = i + 1;
      }
      if (depth === 3 && inFeatures && byte === BRACE_OPEN) featureStart = i;
    } else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE) {
      depth -= 1;
      if (depth < 0) throw new FileRefusal('not_geojson');
      if (depth === 2 && featureStart !== -1) {
        if (i + 1 - featureStart > LONGEST_FEATURE) throw new FileRefusal('too_large');
        sink.feature(textOf(featureStart, i + 1));
        featureStart = -1;
      }
      if (depth === 1 && inFeatures && byte === BRACKET_CLOSE) {
        inFeatures = false;
        restStart = i;
      }
    }
  }
  if (depth !== 0 || inString) throw new FileRefusal('damaged');
  if (bytes.length - restStart > LONGEST_FEATURE) throw new FileRefusal('not_geojson');
  sink.rest(rest.join('') + textOf(restStart, bytes.length));
}
