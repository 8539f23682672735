import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REQUIRED_FIELDS } from '../../domain/import-field.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepHeading } from '../ui/step-heading.tsx';
import { ColumnRows } from './column-rows.tsx';
import type { Import } from './import-api.ts';
import { fieldText } from './import-text.ts';
import css from './imports.module.css';

/** A column of the server's own is no choice. */
const OWN_COLUMN = '#fault';

/** What each column of the file is read as: those that were recognised in one line, the others open. */
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
  const columns = props.columns.flatMap(({ name, field }, at) =>
    name === OWN_COLUMN ? [] : [{ at, name, isKnown: field !== null }],
  );
  const known = columns.filter(({ isKnown }) => isKnown);
  const open = columns.filter(({ isKnown }) => !isKnown);
  // One that lost its field to another column wants a decision too.
  const isFreed = known.some(({ at }) => fields[at] === null);
  return (
    <section className={css.part} aria-labelledby="columns">
      <StepHeading id="columns">{t('columns.title')}</StepHeading>
      <p className={css.note}>{t('columns.lead')}</p>
      {known.length > 0 && (
        <details className={css.known} data-recognised open={isFreed || undefined}>
          <summary id="columns-known">{t('columns.known', { count: known.length })}</summary>
          <div className={css.knownRows}>
            <ColumnRows columns={known} fields={fields} labelledBy="columns-known" onChoose={choose} />
          </div>
        </details>
      )}
      {open.length > 0 && (
        <div className={css.open}>
          <h3 id="columns-open">{t('columns.open', { count: open.length })}</h3>
          <ColumnRows columns={open} fields={fields} labelledBy="columns-open" onChoose={choose} />
        </div>
      )}
      <div role="status">
        {missing.length > 0 && (
          <Notice tone="caution">
            {t('columns.missing')}{' '}
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
