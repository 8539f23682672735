import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import type { AreaRow } from '../model.ts';
import { useView } from '../use-view.tsx';
import { readingOf } from './table-sort.ts';

/** What the factor or police layer says of one area, in words. */
export function LayerCell({ row }: { readonly row: AreaRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  if (view.layer === 'police') return row.policeStatement === null ? '—' : t(`police.short_${row.policeStatement}`);
  const reading = readingOf(row, view.layer);
  if (reading === null) return t('class.not_assessed');
  return `${t(`strength.${reading.strength ?? 'measured'}`)} (${format.reading(reading.interval.point)})`;
}
