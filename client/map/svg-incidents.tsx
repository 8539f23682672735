import type { Projection } from './area-labels.ts';
import type { IncidentLayerData } from './incident-layer.ts';
import { hexagonColour } from './layers/incident-layers.ts';
import { svgPath } from './svg-path.ts';
import type { Theme } from './theme.ts';

interface Props {
  readonly incidents: IncidentLayerData;
  readonly projection: Projection;
  readonly theme: Theme;
}

/** The incident overlay without WebGL: hexagons as hexagons, every other view as points. */
export function SvgIncidents({ incidents, projection, theme }: Props) {
  return (
    <g pointerEvents="none">
      {incidents.hexagons.features.map(({ geometry, properties: { cell, count } }) => (
        <path
          key={cell}
          d={svgPath(geometry, projection.project)}
          fill={hexagonColour(count, theme)}
          stroke={theme.hexagonLine}
          strokeWidth={0.7}
        />
      ))}
      {incidents.points.features.map(({ geometry, properties: { id, kind } }) => {
        const [longitude = 0, latitude = 0] = geometry.coordinates;
        const [x, y] = projection.project([longitude, latitude]);
        const isRing = kind === 'lp_b';
        return (
          <circle
            key={id}
            cx={x}
            cy={y}
            r={kind === 'other' ? 2.6 : 3.8}
            fill={isRing ? theme.incidentLine : theme.incident}
            stroke={isRing ? theme.incident : theme.incidentLine}
            strokeWidth={isRing ? 1.8 : 0.8}
          />
        );
      })}
    </g>
  );
}
