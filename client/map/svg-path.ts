import type { Geometry, Position } from 'geojson';
import type { Projection } from './area-labels.ts';

function line(positions: readonly Position[], project: Projection['project'], close: boolean): string {
  const points = positions.map(([x = 0, y = 0]) =>
    project([x, y])
      .map((value) => value.toFixed(1))
      .join(' '),
  );
  return points.length === 0 ? '' : `M${points.join('L')}${close ? 'Z' : ''}`;
}

/** Path data of a geometry, a tenth of a pixel; even-odd holes. Points and collections give ''. */
export function svgPath(geometry: Geometry, project: Projection['project']): string {
  switch (geometry.type) {
    case 'LineString':
      return line(geometry.coordinates, project, false);
    case 'MultiLineString':
      return geometry.coordinates.map((part) => line(part, project, false)).join('');
    case 'Polygon':
      return geometry.coordinates.map((ring) => line(ring, project, true)).join('');
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => svgPath({ type: 'Polygon', coordinates: rings }, project)).join('');
    default:
      return '';
  }
}
