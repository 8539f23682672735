import type { IncidentRecord } from '../store/contract/incident-store.ts';
import {
  type Cell,
  type ExportRow,
  placeRow,
  pointOf,
  SHEET_COLUMNS,
  sheetRow,
  type Watermark,
} from './export-rows.ts';
import { withoutFormula } from './without-formula.ts';

export type Pages = AsyncIterable<readonly IncidentRecord[]>;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = withoutFormula(cell);
  return /[",\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. A file without a case has its header. */
export async function* csvOf(pages: Pages, mark: Watermark): AsyncGenerator<string> {
  yield `\ufeff${csvLine(SHEET_COLUMNS)}`;
  for await (const records of pages) {
    yield records.map((record) => csvLine(sheetRow(record, mark))).join('');
  }
}

function featuresOf(record: IncidentRecord, mark: Watermark): readonly object[] {
  return record.incident.places.map((place, i) => {
    const point = pointOf(record, place);
    const properties: ExportRow = placeRow(record, place, i + 1, mark);
    const geometry = point === null ? null : { type: 'Point', coordinates: point };
    return { type: 'Feature', id: `${record.incident.id}.${i + 1}`, geometry, properties };
  });
}

/** RFC 7946, a feature a place; a place without a point has null as geometry. */
export async function* geojsonOf(pages: Pages, mark: Watermark): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","export":${JSON.stringify(mark)},"features":[`;
  let begun = false;
  for await (const records of pages) {
    const features = records.flatMap((record) => featuresOf(record, mark)).map((feature) => JSON.stringify(feature));
    yield `${begun ? ',\n' : '\n'}${features.join(',\n')}`;
    begun = true;
  }
  yield '\n]}\n';
}
