import type { TFunction } from 'i18next';
import { factorOfLayer } from './map/area-paint.ts';
import type { LayerChoice } from './view.ts';

/** What a layer is called. */
export function layerName(t: TFunction, layer: LayerChoice): string {
  if (layer === 'index' || layer === 'coverage' || layer === 'police') return t(`layer.${layer}`);
  const factor = factorOfLayer(layer);
  return factor === null ? '' : t(`factor.${factor}`);
}
