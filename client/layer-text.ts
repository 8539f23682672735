import type { TFunction } from 'i18next';
import { classText } from './class-text.ts';
import type { Format } from './i18n/format.ts';
import { factorOfLayer } from './map/area-paint.ts';
import type { AreaRow } from './model.ts';
import type { LayerChoice } from './view.ts';

/** What a layer says of one area, in the words of its legend: for labels on the map, where colour alone is no message. */
export function layerText(t: TFunction, format: Format, layer: LayerChoice, row: AreaRow): string {
  if (layer === 'index') return classText(t, row.assessment);
  if (layer === 'police') {
    return row.policeStatement === null ? t('police.notApplicable') : t(`police.short_${row.policeStatement}`);
  }
  if (layer === 'coverage') {
    return row.assessment.coverage > 0 ? format.percent(row.assessment.coverage) : t('class.not_assessed');
  }
  const factor = factorOfLayer(layer);
  const reading = factor === null ? null : row.readings[factor];
  return reading?.status === 'observed' ? t(`strength.${reading.strength ?? 'measured'}`) : t('class.not_assessed');
}
