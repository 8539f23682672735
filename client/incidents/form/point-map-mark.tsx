import type { Projection } from '../../map/area-labels.ts';
import type { Theme } from '../../map/theme.ts';
import type { LonLat } from './coordinate.ts';

interface Props {
  readonly point: LonLat | null;
  readonly cell: readonly LonLat[] | null;
  readonly projection: Projection;
  readonly theme: Theme;
}

/** Height of the pin, and how far beside it a finger still takes hold of it; pixels. */
export const PIN_HEIGHT = 28;
export const PIN_REACH = 22;

/** The chosen point as a pin whose tip is the place, and the cell that is kept in its stead. */
export function PointMapMark({ point, cell, projection, theme }: Props) {
  if (point === null) return null;
  const [x, y] = projection.project(point);
  const corners = cell?.map((corner) => projection.project(corner).join(' ')).join('L');
  return (
    <g pointerEvents="none" data-mark="">
      {corners !== undefined && (
        <path
          d={`M${corners}Z`}
          fill={theme.incident}
          fillOpacity={0.22}
          stroke={theme.incident}
          strokeWidth={2}
          strokeDasharray="5 3"
        />
      )}
      <g transform={`translate(${x} ${y})`}>
        <path
          d="M0 0C-3 -7 -10 -10 -10 -18A10 10 0 0 1 10 -18C10 -10 3 -7 0 0Z"
          fill={theme.selected}
          stroke={theme.selectedCasing}
          strokeWidth={2}
        />
        <circle cy={-18} r={3.6} fill={theme.selectedCasing} />
      </g>
    </g>
  );
}
