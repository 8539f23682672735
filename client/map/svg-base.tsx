import type { BasemapCollection } from '../feature-schema.ts';
import type { Projection } from './area-labels.ts';
import type { Size } from './city-projection.ts';
import { svgPath } from './svg-path.ts';
import type { Theme } from './theme.ts';

interface Props {
  readonly size: Size;
  readonly coast: BasemapCollection | null;
  readonly projection: Projection;
  readonly theme: Theme;
}

/** Water, and the land around the city. */
export function SvgBase({ size, coast, projection, theme }: Props) {
  const land = (coast?.features ?? []).filter(({ properties }) => properties.kind === 'land');
  return (
    <g>
      <rect width={size.width} height={size.height} fill={theme.water} />
      <path
        d={land.map(({ geometry }) => svgPath(geometry, projection.project)).join('')}
        fill={theme.land}
        stroke={theme.coastline}
        strokeWidth={0.8}
      />
    </g>
  );
}
