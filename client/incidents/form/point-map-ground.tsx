import { memo, useMemo } from 'react';
import type { BasemapCollection, RoadCollection } from '../../feature-schema.ts';
import type { Size } from '../../map/city-projection.ts';
import { svgPath } from '../../map/svg-path.ts';
import type { Theme } from '../../map/theme.ts';
import { pathProjection } from './map-view.ts';
import type { CityAreas } from './use-city-areas.ts';

interface Props {
  readonly size: Size;
  readonly theme: Theme;
  readonly areas: CityAreas | null;
  readonly coast: BasemapCollection | undefined;
  readonly roads: RoadCollection | undefined;
  /** Near enough for the small roads. */
  readonly isNear: boolean;
}

const MAJOR = new Set(['motorway', 'trunk', 'primary', 'secondary']);

/** Land, borders and roads in pixels of the whole city; drawn once, moved by the transform of its parent. */
export const PointMapGround = memo(function PointMapGround({ size, theme, areas, coast, roads, isNear }: Props) {
  const paths = useMemo(() => {
    const { project } = pathProjection(size);
    const join = (features: readonly { readonly geometry: Parameters<typeof svgPath>[0] }[]): string =>
      features.map(({ geometry }) => svgPath(geometry, project)).join('');
    const isMajor = ({ properties }: RoadCollection['features'][number]): boolean => MAJOR.has(properties.class);
    return {
      land: join((coast?.features ?? []).filter(({ properties }) => properties.kind === 'land')),
      kelurahan: join(areas?.kelurahan.features ?? []),
      kecamatan: join(areas?.kecamatan.features ?? []),
      major: join((roads?.features ?? []).filter(isMajor)),
      minor: join((roads?.features ?? []).filter((road) => !isMajor(road))),
    };
  }, [size, areas, coast, roads]);
  return (
    <g fill="none" strokeLinejoin="round">
      <path d={paths.land} fill={theme.land} stroke={theme.coastline} strokeWidth={0.8} />
      <path
        d={paths.kelurahan}
        fill={theme.policeNotMentioned}
        fillRule="evenodd"
        stroke={theme.areaLine}
        strokeOpacity={0.45}
        strokeWidth={0.8}
      />
      {isNear && <path d={paths.minor} stroke={theme.road} strokeOpacity={0.7} strokeWidth={0.8} />}
      <path d={paths.major} stroke={theme.roadMajor} strokeWidth={isNear ? 2 : 1} strokeOpacity={0.75} />
      <path d={paths.kecamatan} stroke={theme.parentLine} strokeWidth={1.4} />
    </g>
  );
});
