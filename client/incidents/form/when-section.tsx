import { useTranslation } from 'react-i18next';
import type { formId } from '../../i18n/incidents/form-id.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useFormScope } from './form-scope.ts';
import { FormSection } from './form-section.tsx';
import css from './incident-form.module.css';
import type { SectionProps } from './section-props.ts';
import { daysInMonth } from './validate-form.ts';

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
const monthKey = (month: (typeof MONTHS)[number]): keyof (typeof formId)['months'] => `m${month}`;

/** Older cases come by import; a correction adds the year of its record. */
const YEARS_BACK = 10;

/** Month and year, and the day when it is known. Lists rather than a calendar: a letter and a digit choose. */
export function WhenSection({ values, change, today }: SectionProps & { readonly today: string }) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(thisYear - back));
  if (!years.includes(values.year)) years.push(values.year);
  const month = `${values.year}-${values.monthOfYear}`;
  const days = values.monthOfYear === '' ? 31 : daysInMonth(month);
  return (
    <FormSection title={t('form.section.when')}>
      <div className={css.dates}>
        <SelectField
          id={idOf('month')}
          label={t('form.field.month')}
          value={values.monthOfYear}
          onChange={(monthOfYear) => change({ monthOfYear })}
          error={errorOf('month')}
        >
          <option value="">{t('form.chooseMonth')}</option>
          {MONTHS.map((one) => (
            <option key={one} value={one} disabled={`${values.year}-${one}` > today.slice(0, 7)}>
              {t(`form.months.${monthKey(one)}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          id={idOf('year')}
          label={t('form.field.year')}
          value={values.year}
          onChange={(year) => change({ year })}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </SelectField>
        <SelectField
          id={idOf('day')}
          label={`${t('form.field.day')} (${t('form.optional')})`}
          value={values.day === null ? '' : String(values.day)}
          onChange={(day) => change({ day: day === '' ? null : Number(day) })}
          hint={t('form.hint.day')}
          error={errorOf('day')}
        >
          <option value="">{t('form.noDay')}</option>
          {Array.from({ length: Math.max(days, values.day ?? 0) }, (_, before) => before + 1).map((day) => (
            <option key={day} value={day}>
              {day}
            </option>
          ))}
        </SelectField>
      </div>
    </FormSection>
  );
}
