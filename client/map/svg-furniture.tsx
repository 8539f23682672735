import type { CityProjection, Size } from './city-projection.ts';
import type { Theme } from './theme.ts';

/** Lengths of a scale bar, km, and its longest width in pixels. */
const LENGTHS_KM = [20, 10, 5, 2, 1];
const LONGEST = 150;

interface Props {
  readonly size: Size;
  readonly projection: CityProjection;
  readonly theme: Theme;
  readonly title: string | null;
  /** Letter on the arrow. */
  readonly north: string;
}

/** Title, scale bar and north arrow of the drawn map. */
export function SvgFurniture({ size, projection, theme, title, north }: Props) {
  const km = LENGTHS_KM.find((length) => length * projection.pixelsPerKm <= LONGEST) ?? 1;
  const width = km * projection.pixelsPerKm;
  const halo = { stroke: theme.labelHalo, strokeWidth: 3, paintOrder: 'stroke', strokeLinejoin: 'round' } as const;
  return (
    <g fill={theme.label} fontSize={12}>
      {title !== null && (
        <text x={16} y={28} fontSize={16} fontWeight={700} {...halo}>
          {title}
        </text>
      )}
      <g transform={`translate(16 ${size.height - 18})`}>
        <path d={`M0 -6V0H${width}V-6M${width / 2} -4V0`} fill="none" stroke={theme.labelHalo} strokeWidth={4} />
        <path d={`M0 -6V0H${width}V-6M${width / 2} -4V0`} fill="none" stroke={theme.label} strokeWidth={1.4} />
        <text x={width + 8} y={2} {...halo}>
          {km} km
        </text>
      </g>
      <g transform={`translate(${size.width - 30} ${size.height - 40})`}>
        <path d="M0 -22L8 4L0 -2L-8 4Z" stroke={theme.labelHalo} strokeWidth={2} paintOrder="stroke" />
        <text y={20} textAnchor="middle" fontWeight={700} {...halo}>
          {north}
        </text>
      </g>
    </g>
  );
}
