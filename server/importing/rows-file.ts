import { closeSync, openSync, writeSync } from 'node:fs';
import Papa from 'papaparse';

const BATCH_ROWS = 500;

export interface RowsFile {
  readonly add: (row: readonly (string | null)[]) => void;
  readonly close: () => void;
}

/** A new CSV file (UTF-8, comma) that only its owner may read: what workbooks and GeoJSON are turned into. */
export function openRowsFile(path: string): RowsFile {
  const file = openSync(path, 'w', 0o600);
  let batch: (readonly (string | null)[])[] = [];
  const flush = (): void => {
    if (batch.length > 0) writeSync(file, `${Papa.unparse(batch as unknown[][], { newline: '\n' })}\n`);
    batch = [];
  };
  return {
    add: (row) => {
      batch.push(row);
      if (batch.length >= BATCH_ROWS) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}
