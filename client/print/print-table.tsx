import { useTranslation } from 'react-i18next';
import { useShown } from '../bands/shown.tsx';
import { classText } from '../class-text.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { AreaRow } from '../model.ts';
import { LayerCell } from '../panels/layer-cell.tsx';
import css from './print-sheet.module.css';

/** The ranked table on paper, in list order; areas without a score keep an empty rank. */
export function PrintTable({ rows }: { readonly rows: readonly AreaRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { layer, bands } = useShown();
  const withLayer = layer.startsWith('factor:') || layer === 'police' || layer === 'bands';
  const layerHead = bands?.words.column ?? t(layer === 'police' ? 'table.police' : 'table.factorValue');
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('table.rank')}</th>
          <th scope="col">{t('table.name')}</th>
          {withLayer && <th scope="col">{layerHead}</th>}
          <th scope="col">{t('table.range')}</th>
          <th scope="col">{t('table.class')}</th>
          {bands === null && <th scope="col">{t('table.coverage')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const scored = row.assessment.status === 'scored' ? row.assessment : null;
          return (
            <tr key={row.code}>
              <td>{scored?.rank ? format.rank(scored.rank) : '—'}</td>
              <th scope="row">{row.name}</th>
              {withLayer && (
                <td>
                  <LayerCell row={row} />
                </td>
              )}
              <td>{scored ? format.range(scored.score) : '—'}</td>
              <td>{classText(t, row.assessment)}</td>
              {bands === null && <td>{format.percent(row.assessment.coverage)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
