import type { PlacedAreaLabel } from './area-labels.ts';
import type { Theme } from './theme.ts';

interface Props {
  readonly labels: readonly PlacedAreaLabel[];
  readonly theme: Theme;
  /** Of the name; the second line is a little smaller. */
  readonly fontSize: number;
}

/** Names over the areas, with a halo, and leaders to those that stand beside their area. */
export function SvgLabels({ labels, theme, fontSize }: Props) {
  return (
    <g textAnchor="middle" pointerEvents="none">
      {labels.map(({ code, leader }) => {
        if (leader === null) return null;
        const [[x1, y1], [x2, y2]] = leader;
        return (
          <g key={code} stroke={theme.leader}>
            <line x1={x1} y1={y1} x2={x2} y2={y2} />
            <circle cx={x1} cy={y1} r={2.2} fill={theme.leader} stroke={theme.labelHalo} />
          </g>
        );
      })}
      {labels.map(({ code, name, detail, at: [x, y] }) => (
        <text
          key={code}
          x={x}
          y={y + (detail === '' ? fontSize * 0.35 : -fontSize * 0.2)}
          fontSize={fontSize}
          fontWeight={600}
          fill={theme.label}
          stroke={theme.labelHalo}
          strokeWidth={3}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {name}
          {detail !== '' && (
            <tspan x={x} dy={fontSize * 1.2} fontSize={fontSize * 0.82} fontWeight={500} fill={theme.labelDetail}>
              {detail}
            </tspan>
          )}
        </text>
      ))}
    </g>
  );
}
