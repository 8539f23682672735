import type { Method } from '../../domain/method.ts';
import { CELL_KINDS, classifyTable, type ScoreTable } from '../../domain/risk/score-table.ts';
import { indexSign } from './area-paint.ts';
import { type PaintCodes, packPaint } from './area-state.ts';

const PACKED = CELL_KINDS.map((kind) => packPaint(indexSign(kind)));

/** From weights to the codes of the index layer without an object per area: the way of a slider to the map. */
export function indexCodes(table: ScoreTable, method: Method): PaintCodes {
  const kinds = classifyTable(table, method, new Uint8Array(table.codes.length));
  const codes = new Map<string, number>();
  for (let area = 0; area < kinds.length; area += 1) {
    codes.set(table.codes[area] ?? '', PACKED[kinds[area] ?? 0] ?? 0);
  }
  return codes;
}
