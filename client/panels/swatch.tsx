import { useId } from 'react';
import { useShown } from '../bands/shown.tsx';
import { areaPaint } from '../map/area-paint.ts';
import { PATTERN_TILES } from '../map/pattern-shapes.ts';
import { type Pattern, THEMES, type Theme } from '../map/theme.ts';
import type { AreaRow } from '../model.ts';
import { useView } from '../use-view.tsx';
import type { LayerChoice } from '../view.ts';
import css from './swatch.module.css';

interface BoxProps {
  readonly fill: string;
  readonly pattern: Pattern;
  readonly theme: Theme;
  readonly width?: number;
  readonly height?: number;
}

/** A colour with its pattern, drawn from the same tiles as the map. */
export function SwatchBox({ fill, pattern, theme, width = 16, height = 16 }: BoxProps) {
  const id = useId();
  const tile = pattern === 'none' ? null : PATTERN_TILES[pattern];
  return (
    <svg className={css.swatch} width={width} height={height} aria-hidden="true">
      <rect width={width} height={height} fill={fill} />
      {tile !== null && (
        <>
          <defs>
            <pattern id={id} width={tile.size} height={tile.size} patternUnits="userSpaceOnUse">
              {tile.strokes.map(({ from, to }) => (
                <line
                  key={`${from} ${to}`}
                  x1={from[0]}
                  y1={from[1]}
                  x2={to[0]}
                  y2={to[1]}
                  stroke={theme[tile.ink]}
                  strokeWidth={tile.strokeWidth}
                />
              ))}
              {tile.dots.map(({ at, radius }) => (
                <circle key={`${at}`} cx={at[0]} cy={at[1]} r={radius} fill={theme[tile.ink]} />
              ))}
            </pattern>
          </defs>
          <rect width={width} height={height} fill={`url(#${id})`} />
        </>
      )}
      <rect className={css.edge} x="0.5" y="0.5" width={width - 1} height={height - 1} rx="2.5" />
    </svg>
  );
}

/** How the map paints one area, on the layer shown or on another. */
export function Swatch({ row, layer }: { readonly row: AreaRow; readonly layer?: LayerChoice }) {
  const { view } = useView();
  const shown = useShown();
  const theme = THEMES[view.theme];
  const { fill, pattern } = areaPaint(layer ?? shown.layer, row, theme);
  return <SwatchBox fill={fill} pattern={pattern} theme={theme} />;
}
