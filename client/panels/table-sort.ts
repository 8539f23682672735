import { POLICE_STATEMENTS } from '../../domain/police-statement.ts';
import { BANDS } from '../../domain/privacy/band.ts';
import type { AreaRow } from '../model.ts';
import type { LayerChoice } from '../view.ts';

export const SORT_COLUMNS = ['rank', 'name', 'range', 'class', 'coverage', 'layer'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface Sorting {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Rank 1 stands first, which is the highest point first; that is the order of the map's list. */
export const LIST_ORDER: Sorting = { column: 'rank', descending: false };

/** Recorded cases are no risk: their list has no rank and stands by name. */
export const NAME_ORDER: Sorting = { column: 'name', descending: false };

/** A factor's reading as the layer shows it; null when unknown or when the layer is no factor. */
export function readingOf(row: AreaRow, layer: LayerChoice) {
  if (layer === 'index' || layer === 'coverage' || layer === 'police' || layer === 'bands') return null;
  const reading = row.readings[layer.slice('factor:'.length) as keyof typeof row.readings];
  return reading.status === 'observed' ? reading : null;
}

function keyOf(row: AreaRow, column: SortColumn, layer: LayerChoice): number | string {
  const { assessment } = row;
  switch (column) {
    case 'name':
      return row.name;
    case 'coverage':
      return assessment.coverage;
    case 'rank':
      return assessment.status === 'scored' ? -assessment.score.point : Number.POSITIVE_INFINITY;
    case 'range':
      return assessment.status === 'scored' ? assessment.score.low : Number.NEGATIVE_INFINITY;
    case 'class':
      return assessment.status === 'scored' ? assessment.score.point : Number.NEGATIVE_INFINITY;
    case 'layer':
      if (layer === 'bands') return BANDS.indexOf(row.recorded ?? '0-10');
      return layer === 'police'
        ? POLICE_STATEMENTS.indexOf(row.policeStatement ?? 'not_mentioned')
        : (readingOf(row, layer)?.interval.point ?? Number.NEGATIVE_INFINITY);
  }
}

/** A sorted copy; rows with equal keys keep list order. */
export function sortRows(rows: readonly AreaRow[], sorting: Sorting, layer: LayerChoice): readonly AreaRow[] {
  const sign = sorting.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a, sorting.column, layer), keyOf(b, sorting.column, layer)];
    if (typeof left === 'string' || typeof right === 'string')
      return sign * String(left).localeCompare(String(right), 'id');
    if (left === right || Math.abs(left - right) < 1e-9) return 0;
    return left < right ? -sign : sign;
  });
}
