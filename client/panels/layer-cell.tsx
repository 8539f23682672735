import { useShown } from '../bands/shown.tsx';
import { useLayerWords } from '../bands/use-layer-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { AreaRow } from '../model.ts';
import { readingOf } from './table-sort.ts';

/** What the factor or police layer says of one area, in words. */
export function LayerCell({ row }: { readonly row: AreaRow }) {
  const format = useFormat();
  const { layer } = useShown();
  const words = useLayerWords().of(row);
  const reading = readingOf(row, layer);
  return reading === null ? words : `${words} (${format.reading(reading.interval.point)})`;
}
