import type { IdentityKind } from './identity-kind.ts';
import { CODE_LIST, LP_NUMBER, MACHINE_CODE, PLAIN_NUMBER, VALUE_PATTERNS } from './identity-patterns.ts';
import {
  COUNT_WORDS,
  GIVEN_NAMES,
  GROUP_WORDS,
  HEADER_KIND,
  HEADER_PAIRS,
  HEADER_STEMS,
  NAMED_THINGS,
  PERSON_WORDS,
  PLACE_LEADERS,
  PLAIN_WORDS,
} from './identity-words.ts';

export { IDENTITY_KINDS, type IdentityKind } from './identity-kind.ts';

export interface IdentityValueOptions {
  /** The column holds LP numbers: a well-formed one passes, since only its HMAC is kept. */
  readonly allowLpNumber?: boolean;
  /** A full date before this year is taken for a birth date. */
  readonly earliestEventYear?: number;
}

/** The Satgas keeps cases from 2025 on; a few years of older files are let in, a child's birth year is not. */
const EARLIEST_EVENT_YEAR = 2020;
const LONGEST_CODE_LIST = 400;
const LONGEST_VALUE = 60;
const MOST_WORDS = 8;

const NOT_ASCII = /[^\p{ASCII}]/u;
const INVISIBLE = /[\p{Cf}\p{Mn}]/gu;

/**
 * What a column or field name says it holds, or null when it names nothing of a person (law 6).
 * Case, accents, separators, camel case and trailing numbers do not matter; Indonesian and English.
 */
export function identityInHeader(header: string): IdentityKind | null {
  const plain = header.slice(0, 200).normalize('NFKD').replace(INVISIBLE, '');
  const tokens = plain
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .map((token) => token.replace(/\d+$/, ''))
    .filter((token) => token !== '');
  if (tokens.some((token) => /[^\p{Script=Latin}\P{L}]/u.test(token))) return 'narrative';
  const has = (set: ReadonlySet<string>): boolean => tokens.some((token) => set.has(token));
  const kind = kindOfTokens(tokens);
  if (kind === 'name' && has(NAMED_THINGS) && !has(PERSON_WORDS)) return null;
  if (kind === 'name' && has(COUNT_WORDS) && !tokens.some((token) => /^(?:nama|nm|names?)$/.test(token))) return null;
  if (kind === 'birth_date' && has(GROUP_WORDS)) return null;
  return kind;
}

function kindOfTokens(tokens: readonly string[]): IdentityKind | null {
  const joined = tokens.join('');
  // Words about a birth, a phone and the like say more than the name word beside them ("nama jalan").
  const kinds = tokens.map((token) => HEADER_KIND.get(token)).filter((kind) => kind !== undefined);
  const strong = kinds.find((kind) => kind !== 'name' && kind !== 'narrative') ?? pairKind(tokens);
  if (strong) return strong;
  if (kinds[0]) return kinds[0];
  const whole = HEADER_KIND.get(joined);
  if (whole) return whole;
  const stem = HEADER_STEMS.find(([pattern]) => pattern.test(joined) || tokens.some((token) => pattern.test(token)));
  if (stem?.[1] === 'name' && NAMED_THINGS.has(joined.replace(/^(?:nama|nm)|name$/, ''))) return null;
  return stem?.[1] ?? null;
}

function pairKind(tokens: readonly string[]): IdentityKind | undefined {
  if (tokens.includes('laporan') || tokens.includes('lp')) return undefined;
  return HEADER_PAIRS.find(([first, second]) => tokens.includes(first) && tokens.includes(second))?.[2];
}

/**
 * What a cell gives away about a person, or null. Ask only for cells that are no known code: an area name or a
 * label of two capitalised words reads like a person's name. A full date is a birth date when its year is before
 * `earliestEventYear`. Runs on every unknown cell of an import, so the plain cases leave first.
 */
export function identityInValue(value: string, options: IdentityValueOptions = {}): IdentityKind | null {
  const trimmed = value.trim();
  if (trimmed.length < 2 || PLAIN_NUMBER.test(trimmed)) return null;
  if (trimmed.length > LONGEST_CODE_LIST) return 'narrative';
  if (MACHINE_CODE.test(trimmed)) return null;
  const text = NOT_ASCII.test(trimmed) ? trimmed.normalize('NFKC').replace(INVISIBLE, '') : trimmed;
  if (options.allowLpNumber && LP_NUMBER.test(text)) return null;
  const found = VALUE_PATTERNS.find(([, pattern]) => pattern.test(text));
  if (found) return found[0];
  if (hasOldDate(text, options.earliestEventYear ?? EARLIEST_EVENT_YEAR)) return 'birth_date';
  const words = text.match(/[\p{L}'’]{2,}/gu) ?? [];
  if (looksLikeName(words)) return 'name';
  return looksLikeNarrative(text, words.length) ? 'narrative' : null;
}

const DAY_FIRST = /(?<![\d.])(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2]|\p{L}{3,9})[-/. ](\d{4})(?!\d)/u;
const YEAR_FIRST = /(?<!\d)(\d{4})[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)/;
const SHORT_YEAR = /^(?:0?[1-9]|[12]\d|3[01])[-/](?:0?[1-9]|1[0-2])[-/](\d{2})$/;

function hasOldDate(text: string, earliestEventYear: number): boolean {
  const year = (DAY_FIRST.exec(text) ?? YEAR_FIRST.exec(text))?.[1];
  if (year !== undefined) return Number(year) < earliestEventYear;
  const short = SHORT_YEAR.exec(text)?.[1];
  return short !== undefined && (Number(short) < earliestEventYear % 100 || Number(short) >= 50);
}

/** Two capitalised words, one of them no plain word, or a common given name among few words. */
function looksLikeName(words: readonly string[]): boolean {
  if (words.length <= 6 && words.some((word) => GIVEN_NAMES.has(word.toLowerCase()))) return true;
  const capitalised = words.filter((word) => word[0] !== word[0]?.toLowerCase()).map((word) => word.toLowerCase());
  const [first] = capitalised;
  if (first === undefined || capitalised.length < 2 || PLACE_LEADERS.has(first)) return false;
  return capitalised.some((word) => !PLAIN_WORDS.has(word));
}

function looksLikeNarrative(text: string, wordCount: number): boolean {
  if (CODE_LIST.test(text)) return false;
  if (text.length > LONGEST_VALUE || wordCount > MOST_WORDS) return true;
  return wordCount >= 4 && /[.!?](?:\s|$)/.test(text);
}
