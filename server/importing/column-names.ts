import type { FileFault } from '../../domain/import-fault.ts';
import { identityInHeader, identityInValue } from '../../domain/privacy/identity.ts';
import {
  COUNT_WORDS,
  HEADER_KIND,
  NAMED_THINGS,
  PERSON_WORDS,
  PLAIN_WORDS,
} from '../../domain/privacy/identity-words.ts';
import { FileRefusal } from './file-refusal.ts';
import { FAULT_COLUMN } from './geojson-columns.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { proposeColumns } from './propose-columns.ts';

const LONGEST_SHOWN = 60;

function isKnownWord(word: string): boolean {
  return (
    HEADER_KIND.has(word) ||
    COUNT_WORDS.has(word) ||
    NAMED_THINGS.has(word) ||
    PERSON_WORDS.has(word) ||
    PLAIN_WORDS.has(word)
  );
}

/** A file without a header has a person's data where names of columns should be: then only a number is shown. */
function isHarmless(header: string): boolean {
  if (header.length > LONGEST_SHOWN) return false;
  const words = header
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  if (words.length > 0 && !/\d{4}/.test(header) && words.every(isKnownWord)) return true;
  return identityInValue(header) === null;
}

/** A column as it may be named to people: by its header, or `#3`. */
export function shownName(header: string, position: number): string {
  return header !== '' && isHarmless(header) ? header : `#${position + 1}`;
}

/** The header of a file. Throws a FileRefusal when there is none, or when a column names something of a person. */
export function checkHeader(cells: readonly string[]): readonly string[] {
  const headers = cells.map((cell) => cell.trim());
  while (headers.length > 0 && headers.at(-1) === '') headers.pop();
  const refuse = (code: FileFault): never => {
    throw new FileRefusal(code);
  };
  if (headers.length === 0) refuse('no_header');
  if (headers.length > IMPORT_LIMITS.columns + 1) refuse('too_many_columns');
  const proposed = proposeColumns(headers);
  const personal = headers.flatMap((header, i) => {
    if (header === FAULT_COLUMN || proposed[i] !== null) return [];
    const kind = identityInHeader(header);
    return kind === null ? [] : [{ field: shownName(header, i), code: `identity_${kind}` }];
  });
  if (personal.length > 0) throw new FileRefusal('identity_column', personal);
  return headers;
}
