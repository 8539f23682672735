import type { Size } from './city-projection.ts';
import type { Theme } from './theme.ts';

interface Props {
  readonly size: Size;
  readonly theme: Theme;
  readonly text: string;
  /** Of ids in this drawing. */
  readonly prefix: string;
}

/** "DATA LATIHAN" over and over across the whole drawing. */
export function SvgStamp({ size, theme, text, prefix }: Props) {
  const id = `${prefix}-stamp`;
  return (
    <g pointerEvents="none">
      <title>{text}</title>
      <defs>
        <pattern id={id} width={300} height={200} patternUnits="userSpaceOnUse">
          <g fill={theme.stamp} fontSize={22} fontWeight={700} textAnchor="middle">
            <text transform="translate(75 55) rotate(-25)">{text}</text>
            <text transform="translate(225 155) rotate(-25)">{text}</text>
          </g>
        </pattern>
      </defs>
      <rect width={size.width} height={size.height} fill={`url(#${id})`} />
    </g>
  );
}
