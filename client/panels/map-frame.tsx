import { X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FACTORS } from '../../domain/factor.ts';
import { useAtlas } from '../atlas.tsx';
import { useShown } from '../bands/shown.tsx';
import { useMapWords } from '../bands/use-map-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { placeName } from '../place-name.ts';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/notice.tsx';
import { useMapData } from '../use-map-data.ts';
import { trainingView } from '../use-training-incidents.ts';
import { useView } from '../use-view.tsx';
import { DEFAULT_VIEW } from '../view.ts';
import { MapFault } from './map-fault.tsx';
import css from './map-frame.module.css';
import { MapStatus } from './map-status.tsx';

const RiskMap = lazy(() => import('../map/risk-map.tsx'));
const RecordedBadge = lazy(() => import('./incident-recorded-badge.tsx'));
const RecordedCard = lazy(() => import('./incident-recorded-card.tsx'));
const StillMap = lazy(() => import('./still-map.tsx'));

/** The map, or a drawn one where WebGL is missing or failed, with its title and credits. */
export function MapFrame() {
  const { t } = useTranslation();
  const format = useFormat();
  const { view, change } = useView();
  const { scores, method, collections } = useAtlas();
  const { painted: paintedBy, rows, bands, state } = useShown();
  const said = useMapWords();
  const [still, setStill] = useState<'no_webgl' | 'failed' | null>(null);
  const [painted, setPainted] = useState(false);
  const data = useMapData(painted || still !== null);
  const training = trainingView(view);
  const isRecorded = view.incidents?.set === 'recorded';
  const [caseId, setCaseId] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const changed = FACTORS.some((factor) => view.weights[factor] !== view.weights.entertainment);
  const shownPlace = data.places?.features.find(({ properties }) => properties.id === place)?.properties;
  return (
    <div className={css.frame}>
      <MapStatus phase={still ?? (painted ? 'ready' : 'loading')} />
      <div className={css.view}>
        {still === null ? (
          <MapFault onFault={() => setStill('failed')}>
            <Suspense fallback={<Loading label={t('state.loadingMap')} silent />}>
              <RiskMap
                {...data}
                level={view.level}
                areas={collections}
                rows={rows}
                layer={paintedBy}
                scores={scores[view.level]}
                method={method}
                theme={view.theme}
                language={view.language}
                selected={view.area}
                onSelect={(area) => change({ area })}
                camera={view.camera}
                onCameraChange={(camera) => change({ camera })}
                classLabel={said.of}
                labels={{
                  map: t('map.label', { layer: said.name }),
                  stamp: t('incidents.stamp'),
                  zoomIn: t('map.zoomIn'),
                  zoomOut: t('map.zoomOut'),
                  fitCity: t('map.fitCity'),
                }}
                onPainted={() => setPainted(true)}
                onUnavailable={() => setStill('no_webgl')}
                onPlaceClick={setPlace}
                onIncidentClick={isRecorded ? setCaseId : null}
              />
            </Suspense>
          </MapFault>
        ) : (
          <Suspense fallback={<Loading label={t('state.loadingMap')} silent />}>
            <StillMap reason={still} data={data} />
          </Suspense>
        )}
        {still === null && (
          <p className={css.badge} aria-hidden="true">
            <b>{said.name}</b>
            {t(`level.${view.level}`)} · {said.caution}
            {bands !== null && <span className={css.changed}>{bands.words.restricted}</span>}
            {state === 'sign_in' && <span className={css.changed}>{t('layer.bandsSignInShort')}</span>}
            {bands === null && changed && <span className={css.changed}>{t('map.changedWeights')}</span>}
            {bands === null && view.minimumGrade !== DEFAULT_VIEW.minimumGrade && (
              <span className={css.changed}>{t('map.officialOnly')}</span>
            )}
            {training !== null && data.incidents !== null && (
              <span>
                {t('map.training', {
                  role: t(`incidents.roles.${training.role}`),
                  count: format.integer(data.incidents.unmappedCount),
                })}
              </span>
            )}
            {isRecorded && view.incidents !== null && data.incidents !== null && (
              <Suspense>
                <RecordedBadge role={view.incidents.role} layer={data.incidents} />
              </Suspense>
            )}
          </p>
        )}
        {training !== null && (
          <p className={css.stamp} aria-hidden="true">
            {t('incidents.stamp')}
          </p>
        )}
        {isRecorded && caseId !== null && data.incidents !== null && (
          <Suspense>
            <RecordedCard id={caseId} layer={data.incidents} onClose={() => setCaseId(null)} />
          </Suspense>
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
