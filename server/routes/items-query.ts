import type { Problem } from '../problem.ts';
import type { Collection } from '../services/collection.ts';
import type { Box } from '../services/geometry-meets-box.ts';
import { type Period, parsePeriod } from '../services/period.ts';
import type { Selection } from '../services/select-items.ts';

export const DEFAULT_LIMIT = 10;
export const MAX_LIMIT = 10_000;

export interface ItemsQuery {
  readonly limit: number;
  readonly offset: number;
  readonly selection: Selection;
}

export type ItemsQueryResult = { readonly query: ItemsQuery } | { readonly problem: Problem };

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

function invalid(parameter: string, detail: string): { readonly problem: Problem } {
  return { problem: { code: 'invalid_parameter', parameter, detail: `${parameter}: ${detail}` } };
}

/** Four numbers, or six whose heights are ignored; west > east crosses the antimeridian and gives two boxes. */
function parseBoxes(text: string): readonly Box[] | null {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => NUMBER.test(part))) return null;
  const numbers = parts.map(Number);
  const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]) : numbers;
  if (numbers.length !== 4 && numbers.length !== 6) return null;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  if (Math.abs(west) > 180 || Math.abs(east) > 180 || south < -90 || north > 90 || south > north) return null;
  if (west <= east) return [[west, south, east, north]];
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ];
}

/** However many digits: more than a number holds exactly is far beyond the end of every collection. */
function wholeNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : null;
}

/**
 * The query of an items request, or the first problem in it, which names its parameter. A limit above the maximum
 * is clamped. Names are looked up in the collection's own list; nothing of the request is evaluated.
 */
export function parseItemsQuery(parameters: URLSearchParams, collection: Collection): ItemsQueryResult {
  let limit = DEFAULT_LIMIT;
  let offset = 0;
  let box: readonly Box[] | null = null;
  let period: Period | null = null;
  const equals = new Map<string, string>();
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (seen.has(name)) {
      return { problem: { code: 'repeated_parameter', parameter: name, detail: `${name} is given more than once.` } };
    }
    seen.add(name);
    if (name === 'limit') {
      const number = wholeNumber(value);
      if (number === null || number < 1) return invalid(name, `a whole number from 1 to ${MAX_LIMIT}.`);
      limit = Math.min(number, MAX_LIMIT);
    } else if (name === 'offset') {
      const number = wholeNumber(value);
      if (number === null) return invalid(name, 'a whole number of features to skip, 0 or more.');
      offset = number;
    } else if (name === 'bbox') {
      box = parseBoxes(value);
      if (box === null) return invalid(name, 'west,south,east,north in degrees (or with heights, six numbers).');
    } else if (name === 'datetime') {
      period = parsePeriod(value);
      if (period === null) return invalid(name, 'an RFC 3339 instant, or start/end with .. for an open end.');
    } else if (collection.properties.has(name)) {
      equals.set(name, value);
    } else {
      const known = ['limit', 'offset', 'bbox', 'datetime', ...collection.properties.keys()].join(', ');
      const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
      return {
        problem: {
          code: 'unknown_parameter',
          parameter: shown,
          detail: `${shown} is no parameter of ${collection.id}: it takes ${known}.`,
        },
      };
    }
  }
  return { query: { limit, offset, selection: { box, period: collection.temporal ? period : null, equals } } };
}
