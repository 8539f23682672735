import Papa from 'papaparse';
import { encodingOf, textOf } from './csv-text.ts';
import { FileRefusal } from './file-refusal.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** A record longer than this is a quote that never ends. */
const LONGEST_RECORD = 64 * 1024;

/** A piece of a table: the first of `rows` is row `firstRow` of the file (the header is row 1). */
export interface RowPiece {
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
}

/** The delimiter that splits the header most, quoted parts aside. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * The records of a CSV file (comma, semicolon or tab; UTF-8 or Windows-1252), piece by piece: never more than a
 * piece is in memory. Throws a FileRefusal for an unending quote.
 */
export function* csvRows(path: string): Generator<RowPiece> {
  let parser: Papa.Parser | null = null;
  let rest = '';
  let firstRow = 1;
  const parse = (last: boolean): RowPiece | null => {
    if (parser === null) {
      const end = rest.search(/[\r\n]/);
      const delimiter = delimiterOf(end === -1 ? rest : rest.slice(0, end));
      // With \r\n the \r stays at the last cell, where it is trimmed: files with both kinds of line end are read as well.
      parser = new Papa.Parser({ delimiter, newline: rest.includes('\n') ? '\n' : '\r' });
    }
    const { data, meta } = parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>;
    rest = last ? '' : rest.slice(meta.cursor);
    if (rest.length > LONGEST_RECORD * 16) {
      throw new FileRefusal('damaged', [{ field: `row ${firstRow + data.length}`, code: 'too_long' }]);
    }
    // A line end at the end of the file begins no row.
    if (last && data.length > 0 && data.at(-1)?.length === 1 && data.at(-1)?.[0] === '') data.pop();
    if (data.length === 0) return null;
    const piece = { firstRow, rows: data };
    firstRow += data.length;
    if (firstRow > IMPORT_LIMITS.rows + 2) throw new FileRefusal('too_many_rows');
    return piece;
  };
  for (const text of textOf(path, encodingOf(path))) {
    rest += text;
    // The first line says how lines end and what parts cells: it is waited for.
    if (parser === null && !rest.includes('\n') && rest.length < LONGEST_RECORD) continue;
    const piece = parse(false);
    if (piece !== null) yield piece;
  }
  const piece = parse(true);
  if (piece !== null) yield piece;
}
