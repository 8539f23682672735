import Papa from 'papaparse';
import { SourceFault } from './source-fault.ts';

/** One row of a CSV file: every cell as trimmed text, and the line it starts on (header = 1). */
export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly cell: Readonly<Record<Column, string>>;
}

/**
 * Rows of a CSV text (RFC 4180, header row). `required` columns must be there; `optional` ones read
 * '' when they are not. Throws a SourceFault that names file, row and column.
 */
export function readCsv<Required extends string, Optional extends string = never>(
  text: string,
  file: string,
  required: readonly Required[],
  optional: readonly Optional[] = [],
): readonly CsvRow<Required | Optional>[] {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const error = parsed.errors.find(({ code }) => code !== 'UndetectableDelimiter');
  if (error) throw new SourceFault(`${file}, row ${(error.row ?? 0) + 1}: ${error.message}`);
  const [header, ...body] = parsed.data;
  if (!header) throw new SourceFault(`${file}: the file is empty`);
  const columns = header.map((name) => name.trim());
  for (const name of required) {
    if (!columns.includes(name)) throw new SourceFault(`${file}, row 1: column ${name} is missing`);
  }
  const known = [...required, ...optional];
  return body.map((cells, index) => {
    const line = index + 2;
    if (cells.length !== columns.length) {
      const column = columns[Math.min(cells.length, columns.length) - 1] ?? '?';
      throw new SourceFault(
        `${file}, row ${line}, column ${column}: ${cells.length} cells instead of ${columns.length}`,
      );
    }
    const cell = Object.fromEntries(known.map((name) => [name, (cells[columns.indexOf(name)] ?? '').trim()]));
    return { line, cell: cell as Record<Required | Optional, string> };
  });
}
