import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { useAreaNames } from '../imports/use-area-names.ts';
import type { RecordedLayerData } from '../incidents/recorded-layer.ts';
import { type IncidentKind, kindOf } from '../map/incident-layer.ts';
import css from './incidents-panel.module.css';

const KINDS: readonly IncidentKind[] = ['lp_a', 'lp_b', 'other'];

interface Props {
  readonly areas: RecordedLayerData['areas'];
  /** Why the map is held back, or null. */
  readonly refusal: string | null;
}

/** The overlay's equal for a keyboard or a screen reader: cases by area, LP-A and LP-B apart. */
export function RecordedTable({ areas, refusal }: Props) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const areaName = useAreaNames();
  const rows = new Map<string | null, Record<IncidentKind, number>>();
  for (const { areaCode, source, n } of areas) {
    const row = rows.get(areaCode) ?? { lp_a: 0, lp_b: 0, other: 0 };
    row[kindOf({ source })] += n;
    rows.set(areaCode, row);
  }
  const sum = (row: Record<IncidentKind, number>): number => row.lp_a + row.lp_b + row.other;
  const sorted = [...rows].sort(([, a], [, b]) => sum(b) - sum(a));
  if (sorted.length === 0) return null;
  return (
    <details className={css.table}>
      <summary>{t('overlay.table')}</summary>
      {refusal !== null && <p className={css.note}>{t('overlay.tableRefused', { reason: refusal })}</p>}
      <table>
        <caption>{t('overlay.tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('overlay.area')}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t(`overlay.kinds.${kind}`)}
              </th>
            ))}
            <th scope="col">{t('overlay.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(([code, row]) => (
            <tr key={code ?? ''}>
              <th scope="row">{code === null ? t('overlay.online') : areaName(code)}</th>
              {KINDS.map((kind) => (
                <td key={kind}>{format.integer(row[kind])}</td>
              ))}
              <td>{format.integer(sum(row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
