import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { INCIDENT_SOURCES, PLACE_ROLES, PLATFORMS, STAGES } from '../../domain/incident.ts';
import { Button } from '../ui/button.tsx';
import { Check } from '../ui/check.tsx';
import { CodeSelect } from '../ui/code-select.tsx';
import { type IncidentListFilter, NO_FILTER } from './incident-filter.ts';
import css from './incidents.module.css';

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

interface Props {
  readonly filter: IncidentListFilter;
  readonly deleted: boolean;
  readonly onChange: (filter: IncidentListFilter, deleted: boolean) => void;
}

/** What the list is narrowed to. */
export function FilterBar({ filter, deleted, onChange }: Props) {
  const { t } = useTranslation('incidents');
  const set = (part: Partial<IncidentListFilter>): void => onChange({ ...filter, ...part }, deleted);
  const all = t('page.filter.all');
  const narrowed = deleted || Object.values(filter).some((value) => value !== null);
  return (
    <fieldset className={css.filters}>
      <legend>{t('page.filter.title')}</legend>
      <CodeSelect
        {...{ all, label: t('page.filter.role'), codes: PLACE_ROLES, value: filter.role }}
        textOf={(code) => t(`form.roles.${code}`)}
        onChange={(role) => set({ role })}
      />
      <CodeSelect
        {...{ all, label: t('page.filter.source'), codes: INCIDENT_SOURCES, value: filter.source }}
        textOf={(code) => t(`form.source.${code}`)}
        onChange={(source) => set({ source })}
      />
      <CodeSelect
        {...{ all, label: t('page.filter.stage'), codes: STAGES, value: filter.stage }}
        textOf={(code) => t(`form.stage.${code}`)}
        onChange={(stage) => set({ stage })}
      />
      <CodeSelect
        {...{ all, label: t('page.filter.platform'), codes: PLATFORMS, value: filter.platform }}
        textOf={(code) => t(`form.platforms.${code}`)}
        onChange={(platform) => set({ platform })}
      />
      <MonthField label={t('page.filter.from')} value={filter.fromMonth} onMonth={(fromMonth) => set({ fromMonth })} />
      <MonthField label={t('page.filter.to')} value={filter.toMonth} onMonth={(toMonth) => set({ toMonth })} />
      <Check label={t('page.filter.deleted')} checked={deleted} onChange={(gone) => onChange(filter, gone)} />
      {narrowed && <Button onClick={() => onChange(NO_FILTER, false)}>{t('page.filter.clear')}</Button>}
    </fieldset>
  );
}

/** A month picker; where the browser has none, `YYYY-MM` is typed. Anything else counts as open. */
function MonthField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onMonth: (month: string | null) => void;
}) {
  const id = useId();
  return (
    <div className={css.month}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="month"
        placeholder="YYYY-MM"
        defaultValue={props.value ?? ''}
        key={props.value === null ? 'open' : 'set'}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === '' || MONTH.test(value)) props.onMonth(value === '' ? null : value);
        }}
      />
    </div>
  );
}
