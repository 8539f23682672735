import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import table from '../ui/data-table.module.css';
import type { AcceptedRow, DuplicateRow, RejectedRow } from './import-api.ts';
import { faultText, fieldText } from './import-text.ts';
import css from './imports.module.css';
import { useAreaNames } from './use-area-names.ts';

function Table(props: { readonly heads: readonly string[]; readonly children: ReactNode; readonly label: string }) {
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${table.cards}`} aria-label={props.label}>
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

export function RejectedRows({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <Table label={t('report.rejected')} heads={[t('report.row'), t('report.faultField'), t('report.fault')]}>
      {rows.flatMap(({ row, faults }) =>
        faults.map(({ field, code }, i) => (
          <tr key={`${row} ${field}`} className={i > 0 ? css.continued : undefined}>
            <th scope="row" className={css.rowNumber} data-label={t('report.row')}>
              {format.integer(row)}
            </th>
            <td data-label={t('report.faultField')}>{fieldText(t, field)}</td>
            <td data-label={t('report.fault')}>{faultText(t, code)}</td>
          </tr>
        )),
      )}
    </Table>
  );
}

export function AcceptedRows({ rows }: { readonly rows: readonly AcceptedRow[] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const nameOf = useAreaNames();
  const heads = [t('report.row'), t('report.month'), t('report.source'), t('report.stage'), t('report.places')];
  return (
    <Table label={t('report.accepted')} heads={heads}>
      {rows.map(({ row, month, source, stage, places, pointDropped }) => (
        <tr key={row}>
          <th scope="row" className={css.rowNumber} data-label={t('report.row')}>
            {format.integer(row)}
          </th>
          <td className={table.tight} data-label={t('report.month')}>
            {format.date(month)}
          </td>
          <td data-label={t('report.source')}>{t(`source.${source}`)}</td>
          <td data-label={t('report.stage')}>{t(`stage.${stage}`)}</td>
          <td data-label={t('report.places')}>
            <div>
              {places.map(({ role, precision, areaCode }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two places of a case may be alike
                <div key={i}>
                  {t(`role.${role}`)}: {areaCode === null ? '' : `${nameOf(areaCode)}, `}
                  {t(`precision.${precision}`)}
                </div>
              ))}
              {pointDropped && <Badge>{t('report.dropped')}</Badge>}
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function DuplicateRows({ rows }: { readonly rows: readonly DuplicateRow[] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const nameOf = useAreaNames();
  const alike = ({ of, other }: DuplicateRow): string => {
    if (of === 'store') return t('report.inStore', { id: other });
    return other === '' ? t('report.inFileTwice') : t('report.inFile', { row: format.integer(Number(other)) });
  };
  const heads = [t('report.row'), t('report.month'), t('report.area'), t('report.alike')];
  return (
    <Table label={t('report.duplicates')} heads={heads}>
      {rows.map((one) => (
        <tr key={`${one.row} ${one.of}`}>
          <th scope="row" className={css.rowNumber} data-label={t('report.row')}>
            {format.integer(one.row)}
          </th>
          <td className={table.tight} data-label={t('report.month')}>
            {format.date(one.month)}
          </td>
          <td data-label={t('report.area')}>{one.areaCode === null ? t('precision.online') : nameOf(one.areaCode)}</td>
          <td data-label={t('report.alike')}>{alike(one)}</td>
        </tr>
      ))}
    </Table>
  );
}
