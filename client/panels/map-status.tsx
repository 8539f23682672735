import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FACTORS } from '../../domain/factor.ts';
import { useShown } from '../bands/shown.tsx';
import { useLayerWords } from '../bands/use-layer-words.ts';
import { useMapWords } from '../bands/use-map-words.ts';
import { legendFor } from '../map/area-paint.ts';
import { THEMES } from '../map/theme.ts';
import hidden from '../ui/visually-hidden.module.css';
import { useView } from '../use-view.tsx';

/** Long enough for a slider to come to rest: it is said once where it ends. */
const SETTLED_MS = 800;

/** `no_webgl` and `failed`: a drawn map stands in. */
export type MapPhase = 'loading' | 'ready' | 'no_webgl' | 'failed';

/** Tells a screen reader when the map is there or not, then what a change of layer, level or weights made of it. */
export function MapStatus({ phase }: { readonly phase: MapPhase }) {
  const { t } = useTranslation();
  const { view } = useView();
  const { layer, painted, rows } = useShown();
  const words = useLayerWords();
  const ofMap = useMapWords();
  const [said, setSaid] = useState('');
  const last = useRef<{ readonly phase: MapPhase; readonly weights: string }>(null);
  const counts = legendFor(layer, rows, THEMES[view.theme])
    .filter(({ count }) => count > 0)
    .map((entry) => `${words.className(entry)}: ${t('legend.areas', { count: entry.count })}`)
    .join('; ');
  const shown = t('map.says', {
    layer: ofMap.name,
    level: t(`level.${view.level}`),
    counts: painted === 'plain' ? ofMap.caution : counts,
  });
  const weights = FACTORS.map((factor) => view.weights[factor]).join(' ');

  useEffect(() => {
    const why = {
      loading: t('state.loadingMap'),
      ready: last.current?.phase === 'ready' ? '' : t('map.ready'),
      no_webgl: last.current?.phase === 'no_webgl' ? '' : t('state.noWebGl'),
      failed: last.current?.phase === 'failed' ? '' : t('state.mapFailed'),
    }[phase];
    const say = (): void => {
      const reweighted = last.current !== null && last.current.weights !== weights ? t('map.reweighted') : '';
      const text = [why, reweighted, phase === 'loading' ? '' : shown].filter((part) => part !== '').join(' ');
      // The same words a second time are news too, and only a change is read out.
      setSaid((before) => (before === text ? `${text}\u00A0` : text));
      last.current = { phase, weights };
    };
    const timer = setTimeout(say, phase === 'loading' ? 0 : SETTLED_MS);
    return () => clearTimeout(timer);
  }, [t, phase, shown, weights]);

  return (
    <p className={hidden.hidden} role="status" data-testid="map-status">
      {said}
    </p>
  );
}
