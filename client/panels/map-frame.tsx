import { X } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FACTORS } from '../../domain/factor.ts';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { layerName } from '../layer-name.ts';
import { layerText } from '../layer-text.ts';
import type { AreaRow } from '../model.ts';
import { placeName } from '../place-name.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/notice.tsx';
import { useMapData } from '../use-map-data.ts';
import { useView } from '../use-view.tsx';
import { DEFAULT_VIEW } from '../view.ts';
import { MapFault } from './map-fault.tsx';
import css from './map-frame.module.css';

const RiskMap = lazy(() => import('../map/risk-map.tsx'));
const StillMap = lazy(() => import('./still-map.tsx'));

/** The map, or a drawn one where WebGL is missing or failed, with its title and credits. */
export function MapFrame() {
  const { t } = useTranslation();
  const format = useFormat();
  const { view, change } = useView();
  const { rows, scores, method, collections } = useAtlas();
  const [still, setStill] = useState<'no_webgl' | 'failed' | null>(null);
  const [painted, setPainted] = useState(false);
  const data = useMapData(painted || still !== null);
  const [place, setPlace] = useState<string | null>(null);
  const classLabel = useCallback((row: AreaRow) => layerText(t, format, view.layer, row), [t, format, view.layer]);
  const changed = FACTORS.some((factor) => view.weights[factor] !== view.weights.entertainment);
  const shownPlace = data.places?.features.find(({ properties }) => properties.id === place)?.properties;
  return (
    <div className={css.frame}>
      <div className={css.view}>
        {still === null ? (
          <MapFault onFault={() => setStill('failed')}>
            <Suspense fallback={<Loading label={t('state.loadingMap')} />}>
              <RiskMap
                {...data}
                level={view.level}
                areas={collections}
                rows={rows[view.level]}
                layer={view.layer}
                scores={scores[view.level]}
                method={method}
                theme={view.theme}
                language={view.language}
                selected={view.area}
                onSelect={(area) => change({ area })}
                camera={view.camera}
                onCameraChange={(camera) => change({ camera })}
                classLabel={classLabel}
                labels={{
                  map: t('map.label', { layer: layerName(t, view.layer) }),
                  stamp: t('incidents.stamp'),
                  zoomIn: t('map.zoomIn'),
                  zoomOut: t('map.zoomOut'),
                  fitCity: t('map.fitCity'),
                }}
                onPainted={() => setPainted(true)}
                onUnavailable={() => setStill('no_webgl')}
                onPlaceClick={setPlace}
              />
            </Suspense>
          </MapFault>
        ) : (
          <Suspense fallback={<Loading label={t('state.loadingMap')} />}>
            <StillMap reason={still} data={data} />
          </Suspense>
        )}
        {still === null && (
          <p className={css.badge} aria-hidden="true">
            <b>{layerName(t, view.layer)}</b>
            {t(`level.${view.level}`)} · {t('legend.notCount')}
            {changed && <span className={css.changed}>{t('map.changedWeights')}</span>}
            {view.minimumGrade !== DEFAULT_VIEW.minimumGrade && (
              <span className={css.changed}>{t('map.officialOnly')}</span>
            )}
            {view.incidents !== null && data.incidents !== null && (
              <span>
                {t('map.training', {
                  role: t(`incidents.roles.${view.incidents.role}`),
                  count: format.integer(data.incidents.unmappedCount),
                })}
              </span>
            )}
          </p>
        )}
        {view.incidents !== null && (
          <p className={css.stamp} aria-hidden="true">
            {t('incidents.stamp')}
          </p>
        )}
        {shownPlace !== undefined && (
          <div className={css.card} role="status">
            <span>
              <b>{shownPlace.name ?? placeName(t, shownPlace.category)}</b>
              <small>
                {placeName(t, shownPlace.category)}
                {shownPlace.precision === 'approximate' && ` · ${t('legend.roadsApprox')}`}
              </small>
            </span>
            <Button look="quiet" icon aria-label={t('map.closePlace')} onClick={() => setPlace(null)}>
              <X size={16} aria-hidden="true" />
            </Button>
          </div>
        )}
      </div>
      <p className={css.credits}>{t('credits.map')}</p>
    </div>
  );
}
