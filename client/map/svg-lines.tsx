import type { FeatureCollection } from 'geojson';
import type { AreaPolygons, Projection } from './area-labels.ts';
import { svgPath } from './svg-path.ts';
import type { Theme } from './theme.ts';

interface Props {
  readonly roads: FeatureCollection | null;
  /** Kecamatan over kelurahan. */
  readonly parents: AreaPolygons | null;
  readonly projection: Projection;
  readonly theme: Theme;
}

const MAJOR = new Set(['motorway', 'trunk', 'primary', 'secondary']);

/** Larger roads (dashed where estimated) and the borders of the level above. */
export function SvgLines({ roads, parents, projection, theme }: Props) {
  const larger = (roads?.features ?? []).filter(({ properties }) => MAJOR.has(String(properties?.class)));
  const path = (features: readonly FeatureCollection['features'][number][]): string =>
    features.map(({ geometry }) => svgPath(geometry, projection.project)).join('');
  const isSurveyed = (feature: FeatureCollection['features'][number]): boolean =>
    feature.properties?.geometry_quality === 'osm';
  return (
    <g fill="none" strokeLinejoin="round" pointerEvents="none">
      <path d={path(larger.filter(isSurveyed))} stroke={theme.roadMajor} strokeWidth={0.8} />
      <path
        d={path(larger.filter((feature) => !isSurveyed(feature)))}
        stroke={theme.roadApproximate}
        strokeWidth={0.7}
        strokeDasharray="4 3"
      />
      <path d={path(parents?.features ?? [])} stroke={theme.parentLine} strokeWidth={1.3} />
    </g>
  );
}
