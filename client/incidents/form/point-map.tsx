import { useQueries } from '@tanstack/react-query';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CITY } from '../../../domain/city.ts';
import { fetchCoast, fetchRoads } from '../../api.ts';
import type { AreaCollection } from '../../feature-schema.ts';
import { labelPoints, thinAreaLabels } from '../../map/area-labels.ts';
import { SvgLabels } from '../../map/svg-labels.tsx';
import { THEMES } from '../../map/theme.ts';
import { useSize } from '../../map/use-size.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useView } from '../../use-view.tsx';
import type { LonLat } from './coordinate.ts';
import { KelurahanOptions } from './kelurahan-options.tsx';
import { framedProjection, PATH_DETAIL } from './map-view.ts';
import css from './point-map.module.css';
import { PointMapControls } from './point-map-controls.tsx';
import { PointMapGround } from './point-map-ground.tsx';
import { PointMapMark } from './point-map-mark.tsx';
import { useCellOutline } from './use-cell-outline.ts';
import type { CityAreas } from './use-city-areas.ts';
import { useMapMoves } from './use-map-moves.ts';

interface Props {
  readonly id: string;
  readonly areas: CityAreas | null;
  readonly point: LonLat | null;
  /** Whether to draw the cell that is kept in place of the point. */
  readonly showsCell: boolean;
  readonly onPoint: (point: LonLat) => void;
}

const FIRST_SIZE = { width: 640, height: 320 };
/** From here on the names are those of kelurahan, and the small roads appear. */
const NEAR = 3;
const LABEL_PIXELS = 11;

function cornersOf(geometry: AreaCollection['features'][number]['geometry']): readonly LonLat[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap(([outline = []]) =>
    outline.map(([longitude = 0, latitude = 0]): LonLat => [longitude, latitude]),
  );
}

/** A small drawn map of the city to set one point on: by click or tap, or by arrows, + and − and Enter. */
export function PointMap({ id, areas, point, showsCell, onPoint }: Props) {
  const { t } = useTranslation('incidents');
  const theme = THEMES[useView().view.theme];
  const how = useId();
  const [near, setNear] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame, FIRST_SIZE);
  const { view, byKeys, pulled, zoomBy, fit, show, handlers } = useMapMoves(size, point, onPoint);
  const [coast, roads] = useQueries({
    queries: [
      { queryKey: ['coast'], queryFn: fetchCoast },
      { queryKey: ['roads'], queryFn: fetchRoads },
    ],
  });
  const cell = useCellOutline(point, showsCell);
  const projection = framedProjection(size, view);
  const isNear = view.zoom >= NEAR;
  const named = areas === null ? null : isNear ? areas.kelurahan : areas.kecamatan;
  const points = useMemo(() => (named === null ? null : labelPoints(named)), [named]);
  // Every kecamatan is named after the city: without that, all six names have room on a phone.
  const texts = (named?.features ?? []).map(({ properties: { code, name } }) => ({
    code,
    name: name.replace(`${CITY.shortName} `, ''),
    detail: '',
  }));
  const labels = points === null ? [] : thinAreaLabels(texts, points, projection, LABEL_PIXELS / 14);
  const [middleX, middleY] = [size.width / 2, size.height / 2];
  // Near by there is often no name in the frame: its middle is named, and read out while keys move it.
  const middle =
    areas === null || !(byKeys || view.zoom > 1)
      ? undefined
      : areas.locate(...projection.unproject([middleX, middleY]));

  return (
    <div className={css.map}>
      {areas !== null && (
        <SelectField
          label={t('form.map.near')}
          value={near}
          onChange={(code) => {
            setNear(code);
            const chosen = areas.kelurahan.features.find(({ properties }) => properties.code === code);
            if (chosen !== undefined) show(cornersOf(chosen.geometry));
          }}
        >
          <option value="">{t('form.map.nearNone')}</option>
          <KelurahanOptions areas={areas} kecamatan="" />
        </SelectField>
      )}
      <div ref={frame} className={css.frame}>
        <svg
          id={id}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the focus for its keys.
          tabIndex={0}
          aria-label={t('form.map.label')}
          aria-describedby={how}
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${size.width} ${size.height}`}
          data-zoomed={view.zoom > 1 ? '' : undefined}
          {...handlers}
        >
          <rect width={size.width} height={size.height} fill={theme.water} />
          <g
            className={css.ground}
            transform={`translate(${projection.shift.join(' ')}) scale(${projection.scale / PATH_DETAIL})`}
          >
            <PointMapGround
              size={size}
              theme={theme}
              areas={areas}
              coast={coast.data}
              roads={roads.data}
              isNear={isNear}
            />
          </g>
          <SvgLabels labels={labels} theme={theme} fontSize={LABEL_PIXELS} />
          <PointMapMark
            point={pulled ?? point}
            cell={pulled === null ? cell : null}
            projection={projection}
            theme={theme}
          />
          {byKeys && (
            <path
              d={`M${middleX - 14} ${middleY}h28M${middleX} ${middleY - 14}v28`}
              stroke={theme.label}
              strokeWidth={2}
              data-middle=""
            />
          )}
        </svg>
        <PointMapControls view={view} onZoom={(factor) => zoomBy(factor, point)} onFit={fit} />
        <p aria-live={byKeys ? 'polite' : 'off'} className={css.middle}>
          {middle !== undefined &&
            t('form.map.approach', {
              area: middle === null ? t('form.map.outsideArea') : (areas?.nameOf(middle) ?? middle),
            })}
        </p>
      </div>
      <p id={how} className={css.how}>
        <span className={css.fine}>{t('form.map.how')}</span>
        <span className={css.coarse}>{t('form.map.tap')}</span>
        {cell !== null && <> {t('form.childPoint.cell')}</>}
      </p>
    </div>
  );
}
