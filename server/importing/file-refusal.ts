import type { FileFault } from '../../domain/import-fault.ts';

/** Where in a file: a row counts as a spreadsheet does (the header is row 1), a column from 1. */
export interface RefusedAt {
  readonly field: string;
  readonly code: string;
}

/** A file that cannot be taken at all. Thrown by whoever reads it; never holds a value of the file. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly code: FileFault;
  readonly fields: readonly RefusedAt[];

  constructor(code: FileFault, fields: readonly RefusedAt[] = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}
