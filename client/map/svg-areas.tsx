import type { KeyboardEvent } from 'react';
import type { AreaRow } from '../model.ts';
import type { AreaPolygons, Projection } from './area-labels.ts';
import { areaPaint, type PaintedLayer } from './area-paint.ts';
import { patternId } from './pattern-defs.tsx';
import styles from './svg-map.module.css';
import { svgPath } from './svg-path.ts';
import type { Theme } from './theme.ts';

interface Props {
  readonly areas: AreaPolygons;
  readonly rows: readonly AreaRow[];
  readonly layer: PaintedLayer;
  readonly theme: Theme;
  readonly projection: Projection;
  readonly patternPrefix: string;
  readonly selected: string | null;
  /** Absent on paper: areas are then no controls. */
  readonly onSelect: ((code: string | null) => void) | undefined;
  /** Name and class of an area for a screen reader. */
  readonly areaName: (row: AreaRow) => string;
}

/** The areas with fill and pattern from the same paint as the map, each a button when there is `onSelect`. */
export function SvgAreas(props: Props) {
  const { areas, rows, layer, theme, projection, patternPrefix, selected, onSelect, areaName } = props;
  const rowByCode = new Map(rows.map((row) => [row.code, row]));
  const control = (code: string) => {
    if (onSelect === undefined) return { role: 'img' };
    const toggle = (): void => onSelect(code === selected ? null : code);
    return {
      role: 'button',
      tabIndex: 0,
      className: styles.area,
      'aria-pressed': code === selected,
      onClick: toggle,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        toggle();
      },
    };
  };
  const drawn = areas.features.flatMap(({ geometry, properties: { code } }) => {
    const row = rowByCode.get(code);
    return row === undefined ? [] : [{ row, path: svgPath(geometry, projection.project) }];
  });
  const outline = drawn.find(({ row }) => row.code === selected)?.path;
  return (
    <>
      {drawn.map(({ row, path }) => {
        const { key, fill, pattern } = areaPaint(layer, row, theme);
        return (
          <g key={row.code} {...control(row.code)} aria-label={areaName(row)} data-code={row.code} data-key={key}>
            <path d={path} fill={fill} fillRule="evenodd" stroke={theme.areaLine} strokeWidth={0.8} />
            {pattern !== 'none' && (
              <path d={path} fill={`url(#${patternId(patternPrefix, pattern)})`} fillRule="evenodd" />
            )}
          </g>
        );
      })}
      {outline !== undefined && (
        <g fill="none" strokeLinejoin="round" pointerEvents="none">
          <path d={outline} stroke={theme.selectedCasing} strokeWidth={6} />
          <path d={outline} stroke={theme.selected} strokeWidth={3} />
        </g>
      )}
    </>
  );
}
