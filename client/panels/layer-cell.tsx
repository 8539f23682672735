import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { layerText } from '../layer-text.ts';
import type { AreaRow } from '../model.ts';
import { useView } from '../use-view.tsx';
import { readingOf } from './table-sort.ts';

/** What the factor or police layer says of one area, in words. */
export function LayerCell({ row }: { readonly row: AreaRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const words = layerText(t, format, view.layer, row);
  const reading = readingOf(row, view.layer);
  return reading === null ? words : `${words} (${format.reading(reading.interval.point)})`;
}
