import { ALL_CELL_FAULTS, type CellFault } from '../../domain/import-fault.ts';
import type { ImportField } from '../../domain/import-field.ts';
import type { Incident } from '../../domain/incident.ts';
import { identityInValue } from '../../domain/privacy/identity.ts';
import { checkHeader, shownName } from './column-names.ts';
import { csvRows, type RowPiece } from './csv-rows.ts';
import { FileRefusal } from './file-refusal.ts';
import { FAULT_COLUMN } from './geojson-columns.ts';
import type { RowFault } from './place-reader.ts';
import type { ReadRow } from './row-reader.ts';

export interface ReadOutcome {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly incident?: Incident;
  readonly faults?: readonly RowFault[];
}

export interface Table {
  readonly headers: readonly string[];
  readonly pieces: Generator<RowPiece>;
}

/** The header of a rows file and the rest of it, to be walked once. Throws a FileRefusal. */
export function openTable(path: string): Table {
  const pieces = csvRows(path);
  const { value: first, done } = pieces.next();
  if (done || first === undefined || first.rows[0] === undefined) throw new FileRefusal('empty');
  const headers = checkHeader(first.rows[0]);
  function* rest(): Generator<RowPiece> {
    if (first !== undefined && first.rows.length > 1) yield { firstRow: first.firstRow + 1, rows: first.rows.slice(1) };
    yield* pieces;
  }
  return { headers, pieces: rest() };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

/** Columns that nobody reads are looked at all the same: a file that carries a person is refused whole. */
function watchOthers(headers: readonly string[], fields: readonly (ImportField | null)[]) {
  const columns = headers.flatMap((header, i) => (fields[i] === null && header !== FAULT_COLUMN ? [i] : []));
  const harmless = new Set<string>();
  return (cells: readonly string[], row: number): void => {
    for (const column of columns) {
      const cell = cells[column];
      if (cell === undefined || cell === '' || harmless.has(cell)) continue;
      const kind = identityInValue(cell);
      if (kind !== null) {
        const place = `${shownName(headers[column] ?? '', column)}, ${row}`;
        throw new FileRefusal('identity_value', [{ field: place, code: `identity_${kind}` }]);
      }
      if (harmless.size < 10_000 && cell.length < 100) harmless.add(cell);
    }
  };
}

function isCellFault(text: string): text is CellFault {
  return (ALL_CELL_FAULTS as readonly string[]).includes(text);
}

/**
 * Every row of the table with its case or its faults, piece by piece; empty rows are passed over. `watch` also looks
 * at the columns that are not read. Throws a FileRefusal when the file as a whole cannot be taken.
 */
export function* readTable(
  { headers, pieces }: Table,
  fields: readonly (ImportField | null)[],
  readRow: ReadRow,
  watch: boolean,
): Generator<readonly ReadOutcome[]> {
  const look = watch ? watchOthers(headers, fields) : null;
  const faultColumn = headers.indexOf(FAULT_COLUMN);
  for (const { firstRow, rows } of pieces) {
    const outcomes: ReadOutcome[] = [];
    for (let i = 0; i < rows.length; i += 1) {
      const cells = rows[i];
      const row = firstRow + i;
      if (cells === undefined || isBlank(cells)) continue;
      const fault = faultColumn === -1 ? '' : (cells[faultColumn] ?? '');
      if (fault !== '') {
        outcomes.push({ row, faults: [{ field: 'row', code: isCellFault(fault) ? fault : 'not_readable' }] });
        continue;
      }
      if (cells.length > headers.length && !isBlank(cells.slice(headers.length))) {
        outcomes.push({ row, faults: [{ field: 'row', code: 'more_cells_than_columns' }] });
        continue;
      }
      look?.(cells, row);
      const read = readRow(cells);
      outcomes.push('incident' in read ? { row, incident: read.incident } : { row, faults: read.faults });
    }
    yield outcomes;
  }
}
