import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/universal';
import { FileRefusal } from './file-refusal.ts';
import { openRowsFile } from './rows-file.ts';
import { checkArchive } from './xlsx-archive.ts';

/** As a person would type it; a date cell is its day. */
function cellText(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? 'NaN' : cell.toISOString().slice(0, 10);
  return String(cell);
}

/** The first sheet of a workbook into a rows file, row for row. Throws a FileRefusal. */
export async function xlsxToRows(path: string, rowsPath: string): Promise<void> {
  const bytes = readFileSync(path);
  await checkArchive(bytes);
  let sheet: readonly (readonly unknown[])[];
  try {
    const { buffer, byteOffset, byteLength } = bytes;
    sheet = await readSheet(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  } catch {
    throw new FileRefusal('damaged');
  }
  const file = openRowsFile(rowsPath);
  try {
    for (const row of sheet) file.add(row.map(cellText));
  } finally {
    file.close();
  }
}
