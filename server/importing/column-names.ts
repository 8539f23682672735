import type { FileFault } from '../../domain/import-fault.ts';
import { identityInHeader } from '../../domain/privacy/identity.ts';
import { FileRefusal } from './file-refusal.ts';
import { FAULT_COLUMN } from './geojson-columns.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { proposeColumns } from './propose-columns.ts';

const LONGEST_SHOWN = 60;

/**
 * A column as it is named to people and kept: by its header when that is the name of a field, else `#3`. Whatever
 * else stands there may be a person's data, as in a file without a header.
 */
export function shownName(header: string, position: number): string {
  const known = header.length <= LONGEST_SHOWN && proposeColumns([header])[0] !== null;
  return known ? header : `#${position + 1}`;
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
