import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Method } from '../../domain/method.ts';
import type { ScoreTable } from '../../domain/risk/score-table.ts';
import type { AreaRow } from '../model.ts';
import type { MapLevel } from '../view.ts';
import { areaPaint, type PaintedLayer } from './area-paint.ts';
import { markArea, type PaintCodes, packPaint, paintAreas } from './area-state.ts';
import { indexCodes } from './index-codes.ts';
import { THEMES } from './theme.ts';

interface Areas {
  readonly level: MapLevel;
  readonly rows: readonly AreaRow[];
  readonly layer: PaintedLayer;
  /** Readings of the shown level, and what to score them with. */
  readonly scores: ScoreTable;
  readonly method: Method;
  readonly selected: string | null;
}

const NO_PAINT: PaintCodes = new Map();

/** A code does not depend on the theme, so any theme serves. */
function codesOf({ rows, layer, scores, method }: Omit<Areas, 'level' | 'selected'>): PaintCodes {
  if (layer === 'index' && method.aggregation === 'arithmetic') return indexCodes(scores, method);
  return new Map(rows.map((row) => [row.code, packPaint(areaPaint(layer, row, THEMES.day))]));
}

/** Paints the areas of the shown level and outlines the selected one, by feature state only. */
export function useAreas(map: MapLibreMap | null, { level, rows, layer, scores, method, selected }: Areas): void {
  const painted = useRef<Record<MapLevel, PaintCodes>>({ kecamatan: NO_PAINT, kelurahan: NO_PAINT });

  useEffect(() => {
    if (map === null) return;
    const codes = codesOf({ rows, layer, scores, method });
    paintAreas(map, level, painted.current[level], codes);
    painted.current[level] = codes;
  }, [map, level, rows, layer, scores, method]);

  useEffect(() => {
    if (map === null || selected === null) return;
    markArea(map, level, 'selected', null, selected);
    return () => markArea(map, level, 'selected', selected, null);
  }, [map, level, selected]);
}
