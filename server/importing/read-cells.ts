import type { CellFault } from '../../domain/import-fault.ts';
import type { PersonCount } from '../../domain/incident.ts';
import { LP_NUMBER } from '../../domain/incident-input.ts';
import { identityInValue } from '../../domain/privacy/identity.ts';
import { NOT_KNOWN, plainWord } from './code-words.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/** What a cell says, or why it cannot be taken. */
export type CellRead<T> = { readonly value: T } | { readonly fault: CellFault };
export type ReadCell<T> = (cell: string) => CellRead<T>;

/** Different cells that are remembered of one column: codes and months repeat, LP numbers do not. */
const REMEMBERED = 4_000;

/** What is no code may be a person; then that is said, and not what it is. */
export function refuse<T>(cell: string, fault: CellFault, allowLpNumber = false): CellRead<T> {
  if (cell.length > IMPORT_LIMITS.cellCharacters) return { fault: 'too_long' };
  const kind = identityInValue(cell, { allowLpNumber });
  return { fault: kind === null ? fault : `identity_${kind}` };
}

/** Nothing in the cell. */
export const EMPTY: { readonly value: null } = { value: null };

/** Reads each different cell once; an empty one is null. */
export function remember<T>(read: ReadCell<T>): ReadCell<T | null> {
  const known = new Map<string, CellRead<T | null>>([['', EMPTY]]);
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const trimmed = cell.trim();
    const result = trimmed === '' ? EMPTY : read(trimmed);
    if (known.size < REMEMBERED && cell.length < 200) known.set(cell, result);
    return result;
  };
}

/** Reads without remembering, for cells that hardly repeat; an empty one is null. */
export function each<T>(read: ReadCell<T>): ReadCell<T | null> {
  return (cell) => {
    if (cell === '') return EMPTY;
    const trimmed = cell.trim();
    return trimmed === '' ? EMPTY : read(trimmed);
  };
}

export function codeCell<T extends string>(lookup: ReadonlyMap<string, T>): ReadCell<T> {
  return (cell) => {
    const code = cell.length > 80 ? undefined : lookup.get(plainWord(cell));
    return code === undefined ? refuse(cell, 'unknown_code') : { value: code };
  };
}

/** An element of the case: codes, or the word that it is not known, which is kept as none. */
export function elementCell<T extends string>(lookup: ReadonlyMap<string, T>, codes: readonly T[]): ReadCell<T[]> {
  const known = setCell(lookup, codes);
  return (cell) => (NOT_KNOWN.has(plainWord(cell.slice(0, 80))) ? { value: [] } : known(cell));
}

/** Codes separated by `|`, `+` or `;`, in the order of the codes. */
export function setCell<T extends string>(lookup: ReadonlyMap<string, T>, codes: readonly T[]): ReadCell<T[]> {
  const one = codeCell(lookup);
  return (cell) => {
    if (cell.length > 400) return refuse(cell, 'unknown_code');
    const found = new Set<T>();
    for (const part of cell.split(/[|+;]/)) {
      if (part.trim() === '') continue;
      const read = one(part.trim());
      if ('fault' in read) return refuse(cell, read.fault);
      found.add(read.value);
    }
    return { value: codes.filter((code) => found.has(code)) };
  };
}

function bandOf(count: number): PersonCount {
  if (count <= 1) return count === 0 ? '0' : '1';
  return count <= 4 ? '2-4' : count <= 9 ? '5-9' : '10+';
}

/** A band, or a whole number of persons, of which only the band is kept; 0 where it is a code of the field. */
export function bandCell<T extends PersonCount>(lookup: ReadonlyMap<string, T>): ReadCell<T> {
  const byWord = codeCell(lookup);
  return (cell) => {
    if (!/^\d{1,3}$/.test(cell)) return byWord(cell);
    const band = lookup.get(bandOf(Number(cell)));
    return band === undefined ? { fault: 'out_of_range' } : { value: band };
  };
}

const MONTH_NAMES = [
  'jan januari january',
  'feb februari february peb pebruari',
  'mar maret march mrt',
  'apr april',
  'mei may',
  'jun juni june',
  'jul juli july',
  'agu agustus agt ags aug august',
  'sep september sept',
  'okt oktober oct october',
  'nov november nop nopember',
  'des desember dec december',
].map((names) => names.split(' '));

export interface MonthAndDay {
  readonly month: string;
  /** Null when the cell says the month only. */
  readonly day: number | null;
}

/** Every way of writing a month that is read: pattern, then which group is year, month, day. */
const MONTH_PATTERNS: readonly (readonly [RegExp, number, number, number | null])[] = [
  [/^(\d{4})[-/.](\d{1,2})$/, 1, 2, null],
  [/^(\d{1,2})[-/.](\d{4})$/, 2, 1, null],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.Z]{0,15})?$/, 1, 2, 3],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, 3, 2, 1],
  [/^([a-z]{3,9})[ -](\d{4})$/, 2, 1, null],
  [/^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/, 3, 2, 1],
];

/** `2025-11`, `11/2025`, `Nov 2025`, `2025-11-05`, `05/11/2025` (day first, as in Indonesia), `5 November 2025`. */
export function monthCell(cell: string): CellRead<MonthAndDay> {
  const text = cell.length > 30 ? '' : plainWord(cell);
  for (const [pattern, yearAt, monthAt, dayAt] of MONTH_PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const written = match[monthAt] ?? '';
    const month = /^\d/.test(written) ? Number(written) : MONTH_NAMES.findIndex((names) => names.includes(written)) + 1;
    const year = Number(match[yearAt]);
    const day = dayAt === null ? null : Number(match[dayAt]);
    if (month < 1 || month > 12 || year < 1900 || year > 2099) return refuse(cell, 'not_a_month');
    if (day !== null && (day < 1 || day > 31)) return { fault: 'no_such_day' };
    // A whole date of long ago is somebody's birthday.
    if (day !== null && identityInValue(cell) !== null) return { fault: 'identity_birth_date' };
    return { value: { month: `${year}-${String(month).padStart(2, '0')}`, day } };
  }
  return refuse(cell, 'not_a_month');
}

export function dayCell(cell: string): CellRead<number> {
  if (!/^\d{1,2}(?:[.,]0)?$/.test(cell)) return refuse(cell, 'no_such_day');
  const day = Number.parseInt(cell, 10);
  return day >= 1 && day <= 31 ? { value: day } : { fault: 'no_such_day' };
}

const DEGREES = /^[-+]?\d{1,3}(?:[.,]\d{1,20})?°?$/;

/** Degrees with a point or a comma. */
export function degreesCell(cell: string): CellRead<number> {
  if (DEGREES.test(cell)) {
    const degrees = cell.includes(',') ? Number.parseFloat(cell.replace(',', '.')) : Number.parseFloat(cell);
    return Math.abs(degrees) <= 180 ? { value: degrees } : { fault: 'out_of_range' };
  }
  const number = Number(cell.replace(',', '.'));
  if (cell === '' || cell.length > 40 || !Number.isFinite(number)) {
    return /^[-+]?(?:inf|infinity|\d+e\+?\d{3,})$/i.test(cell)
      ? { fault: 'out_of_range' }
      : refuse(cell, 'not_a_number');
  }
  // 1e-7 and the like are numbers too; a NIK is one as well, and is named as what it is.
  return Math.abs(number) <= 180 ? { value: number } : refuse(cell, 'out_of_range');
}

export function lpCell(cell: string): CellRead<string> {
  if (cell.length <= 120 && LP_NUMBER.test(cell)) return { value: cell };
  return refuse(cell, 'not_an_lp_number', true);
}
