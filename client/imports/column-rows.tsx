import { useTranslation } from 'react-i18next';
import { CASE_FIELDS, PLACE_FIELDS, placeField } from '../../domain/import-field.ts';
import { MAX_PLACES } from '../../domain/incident-input.ts';
import table from '../ui/data-table.module.css';
import { fieldText } from './import-text.ts';
import css from './imports.module.css';

export interface Column {
  /** Place of the column in the file, from 0. */
  readonly at: number;
  readonly name: string | null;
}

function placesShown(fields: readonly (string | null)[]): number {
  const used = fields.map((field) => Number(/^place(\d)_/.exec(field ?? '')?.[1] ?? 1));
  return Math.min(MAX_PLACES, Math.max(1, ...used) + 1);
}

/** Columns of the file with the choice of what each is read as. */
export function ColumnRows(props: {
  readonly columns: readonly Column[];
  /** What every column of the file is read as. */
  readonly fields: readonly (string | null)[];
  readonly labelledBy: string;
  readonly onChoose: (column: number, field: string | null) => void;
}) {
  const { t } = useTranslation('imports');
  const places = Array.from({ length: placesShown(props.fields) }, (_, i) => i + 1);
  const nameOf = ({ name, at }: Column): string =>
    name === null || /^#\d+$/.test(name) ? t('columns.unnamed', { number: at + 1 }) : name;
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${css.choices}`} aria-labelledby={props.labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.field')}</th>
          </tr>
        </thead>
        <tbody>
          {props.columns.map((column) => (
            <tr key={column.at}>
              <th scope="row">{nameOf(column)}</th>
              <td>
                <select
                  aria-label={`${t('columns.field')}: ${nameOf(column)}`}
                  value={props.fields[column.at] ?? ''}
                  onChange={({ currentTarget: { value } }) => props.onChoose(column.at, value === '' ? null : value)}
                >
                  <option value="">{t('columns.unread')}</option>
                  <optgroup label={t('columns.case')}>
                    {CASE_FIELDS.map((field) => (
                      <option key={field} value={field}>
                        {fieldText(t, field)}
                      </option>
                    ))}
                  </optgroup>
                  {places.map((number) => (
                    <optgroup key={number} label={t('columns.place', { number })}>
                      {PLACE_FIELDS.map((field) => (
                        <option key={field} value={placeField(number, field)}>
                          {fieldText(t, placeField(number, field))}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
