/** Nine decimals: finer than any coordinate (0.1 mm) or score, and the same bytes on every machine. */
const DECIMALS = 1e9;

function ordered(value: unknown): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`canonicalJson: ${value} has no JSON form`);
    const rounded = Math.round(value * DECIMALS) / DECIMALS;
    return rounded === 0 ? 0 : rounded;
  }
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]));
}

/**
 * JSON whose bytes depend on the content alone: keys sorted by code unit, numbers rounded to nine
 * decimals, no white space. Throws a RangeError for NaN and infinities.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

/** An array with one canonical item a line, so that a change of one row is a change of one line. */
export function canonicalLines(items: readonly unknown[]): string {
  return `[\n${items.map(canonicalJson).join(',\n')}\n]\n`;
}

/** A FeatureCollection with one feature a line; other members come first. */
export function canonicalCollection(
  features: readonly unknown[],
  members: Readonly<Record<string, unknown>> = {},
): string {
  const head = canonicalJson({ ...members, type: 'FeatureCollection' }).slice(0, -1);
  return `${head},"features":${canonicalLines(features).trimEnd()}}\n`;
}
