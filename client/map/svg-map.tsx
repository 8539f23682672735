import type { FeatureCollection } from 'geojson';
import { useId, useMemo, useRef } from 'react';
import type { BasemapCollection } from '../feature-schema.ts';
import type { AreaRow } from '../model.ts';
import type { MapLevel, ThemeName } from '../view.ts';
import { type AreaPolygons, labelPoints, placeAreaLabels, thinAreaLabels } from './area-labels.ts';
import type { PaintedLayer } from './area-paint.ts';
import { cityProjection, type Size } from './city-projection.ts';
import type { IncidentLayerData } from './incident-layer.ts';
import { PatternDefs } from './pattern-defs.tsx';
import { SvgAreas } from './svg-areas.tsx';
import { SvgBase } from './svg-base.tsx';
import { SvgFurniture } from './svg-furniture.tsx';
import { SvgIncidents } from './svg-incidents.tsx';
import { SvgLabels } from './svg-labels.tsx';
import { SvgLines } from './svg-lines.tsx';
import styles from './svg-map.module.css';
import { SvgStamp } from './svg-stamp.tsx';
import { THEMES } from './theme.ts';
import { useSize } from './use-size.ts';

export interface SvgMapProps {
  readonly level: MapLevel;
  readonly areas: Readonly<Record<MapLevel, AreaPolygons>>;
  /** Of the shown level. */
  readonly rows: readonly AreaRow[];
  readonly layer: PaintedLayer;
  readonly theme: ThemeName;
  readonly selected: string | null;
  /** Leave it out on paper. */
  readonly onSelect?: (code: string | null) => void;
  readonly coast: BasemapCollection | null;
  readonly roads: FeatureCollection | null;
  readonly incidents: IncidentLayerData | null;
  /** Second line of an area's label. */
  readonly classLabel: (row: AreaRow) => string;
  readonly labels: {
    /** Name of the map for a screen reader. */
    readonly map: string;
    /** Printed on the map, or null. */
    readonly title: string | null;
    /** Letter of the north arrow. */
    readonly north: string;
    /** "DATA LATIHAN". */
    readonly stamp: string;
    readonly area: (row: AreaRow) => string;
  };
  /** Pixels of the drawing; without it the map fills its container. */
  readonly size?: Size;
}

const FIRST_SIZE: Size = { width: 800, height: 640 };
/** Below this width the drawing is on a phone: smaller letters, less margin. */
const NARROW = 560;

/** The map drawn as SVG from the same paints: where WebGL is missing, and on paper. */
export default function SvgMap(props: SvgMapProps) {
  const { level, areas, rows, layer, selected, coast, roads, incidents, classLabel, labels } = props;
  const theme = THEMES[props.theme];
  const frame = useRef<HTMLDivElement>(null);
  const measured = useSize(frame, FIRST_SIZE);
  const size = props.size ?? measured;
  const isNarrow = size.width < NARROW;
  const prefix = useId();
  const projection = useMemo(() => cityProjection(size, isNarrow ? 22 : 56), [size, isNarrow]);
  const points = useMemo(() => labelPoints(areas[level]), [areas, level]);
  const isKecamatan = level === 'kecamatan';
  const texts = rows.map((row) => ({
    code: row.code,
    name: row.name,
    detail: isKecamatan ? classLabel(row) : '',
  }));
  const fontSize = isKecamatan ? (isNarrow ? 11.5 : 14) : 10;
  const placed = isKecamatan
    ? placeAreaLabels(texts, points, projection, [8, 40, size.width - 8, size.height - 36], fontSize / 14)
    : thinAreaLabels(texts, points, projection, fontSize / 14);

  return (
    <div ref={frame} className={styles.frame}>
      <svg
        width={size.width}
        height={size.height}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role={props.onSelect === undefined ? 'img' : 'group'}
        aria-label={labels.map}
      >
        <defs>
          <PatternDefs prefix={prefix} theme={theme} />
        </defs>
        <SvgBase size={size} coast={coast} projection={projection} theme={theme} />
        <SvgAreas
          areas={areas[level]}
          rows={rows}
          layer={layer}
          theme={theme}
          projection={projection}
          patternPrefix={prefix}
          selected={selected}
          onSelect={props.onSelect}
          areaName={labels.area}
        />
        <SvgLines roads={roads} parents={isKecamatan ? null : areas.kecamatan} projection={projection} theme={theme} />
        {incidents !== null && <SvgIncidents incidents={incidents} projection={projection} theme={theme} />}
        <SvgLabels labels={placed} theme={theme} fontSize={fontSize} />
        <SvgFurniture size={size} projection={projection} theme={theme} title={labels.title} north={labels.north} />
        {incidents?.training === true && <SvgStamp size={size} theme={theme} text={labels.stamp} prefix={prefix} />}
      </svg>
    </div>
  );
}
