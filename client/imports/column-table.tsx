import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CASE_FIELDS, PLACE_FIELDS, placeField, REQUIRED_FIELDS } from '../../domain/import-field.ts';
import { MAX_PLACES } from '../../domain/incident-input.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Import } from './import-api.ts';
import { fieldText } from './import-text.ts';
import css from './imports.module.css';

/** A column of the server's own is no choice. */
const OWN_COLUMN = '#fault';

function placesShown(fields: readonly (string | null)[]): number {
  const used = fields.map((field) => Number(/^place(\d)_/.exec(field ?? '')?.[1] ?? 1));
  return Math.min(MAX_PLACES, Math.max(1, ...used) + 1);
}

/** What each column of the file is read as. */
export function ColumnTable(props: {
  readonly columns: Import['columns'];
  readonly busy: boolean;
  readonly again: boolean;
  readonly onRun: (fields: readonly (string | null)[]) => void;
  /** What else may be done, beside the dry run. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('imports');
  const [fields, setFields] = useState<readonly (string | null)[]>(() => props.columns.map(({ field }) => field));
  const missing = REQUIRED_FIELDS.filter((field) => !fields.includes(field));
  /** A field has one column: taking it here frees it there. */
  const choose = (column: number, field: string | null): void =>
    setFields((before) => before.map((one, i) => (i === column ? field : one === field ? null : one)));
  const places = Array.from({ length: placesShown(fields) }, (_, i) => i + 1);
  const nameOf = (name: string | null, i: number): string =>
    name === null || /^#\d+$/.test(name) ? t('columns.unnamed', { number: i + 1 }) : name;
  return (
    <section className={css.part} aria-labelledby="columns">
      <h2 id="columns">{t('columns.title')}</h2>
      <p className={css.note}>{t('columns.lead')}</p>
      <div className={css.scroll}>
        <table className={`${css.table} ${css.choices}`} aria-labelledby="columns">
          <thead>
            <tr>
              <th scope="col">{t('columns.name')}</th>
              <th scope="col">{t('columns.field')}</th>
            </tr>
          </thead>
          <tbody>
            {props.columns.map(({ name }, i) =>
              name === OWN_COLUMN ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are what they are by their place
                <tr key={i}>
                  <th scope="row">{nameOf(name, i)}</th>
                  <td>
                    <select
                      aria-label={`${t('columns.field')}: ${nameOf(name, i)}`}
                      value={fields[i] ?? ''}
                      onChange={(event) =>
                        choose(i, event.currentTarget.value === '' ? null : event.currentTarget.value)
                      }
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
              ),
            )}
          </tbody>
        </table>
      </div>
      <div role="status">
        {missing.length > 0 && (
          <Notice tone="caution">
            {t('columns.missing', { fields: '' }).replace(/[ .]*$/, ' ')}
            <span className={css.badges}>
              {missing.map((field) => (
                <Badge key={field}>{fieldText(t, field)}</Badge>
              ))}
            </span>
          </Notice>
        )}
      </div>
      <div className={css.decide}>
        <Button look="primary" disabled={props.busy || missing.length > 0} onClick={() => props.onRun(fields)}>
          {props.again ? t('columns.again') : t('columns.run')}
        </Button>
        {props.children}
      </div>
    </section>
  );
}
