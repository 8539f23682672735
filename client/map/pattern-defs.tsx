import { PATTERN_TILES } from './pattern-shapes.ts';
import { PATTERNS, type Pattern, type Theme } from './theme.ts';

export function patternId(prefix: string, pattern: Pattern): string {
  return `${prefix}-${pattern}`;
}

/** The patterns of the map as SVG `<pattern>`, to be filled with by `url(#…)` of `patternId`. */
export function PatternDefs({ prefix, theme }: { readonly prefix: string; readonly theme: Theme }) {
  return PATTERNS.map((pattern) => {
    if (pattern === 'none') return null;
    const { size, ink, strokeWidth, strokes, dots } = PATTERN_TILES[pattern];
    return (
      <pattern
        key={pattern}
        id={patternId(prefix, pattern)}
        width={size}
        height={size}
        patternUnits="userSpaceOnUse"
        stroke={theme[ink]}
        strokeWidth={strokeWidth}
      >
        {strokes.map(({ from, to }) => (
          <path key={`${from}:${to}`} d={`M${from.join(' ')}L${to.join(' ')}`} />
        ))}
        {dots.map(({ at, radius }) => (
          <circle key={at.join(':')} cx={at[0]} cy={at[1]} r={radius} fill={theme[ink]} stroke="none" />
        ))}
      </pattern>
    );
  });
}
