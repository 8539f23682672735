import { useTranslation } from 'react-i18next';
import own from './case.module.css';
import { CASE_FIELDS, fieldText } from './case-fields.ts';
import type { CaseRecord } from './incident-api.ts';
import css from './incidents.module.css';
import { useCaseText } from './use-case-text.ts';

/** What is recorded of a case, field by field, then its places. */
export function CaseFacts({ record: { incident } }: { readonly record: CaseRecord }) {
  const { t } = useTranslation('incidents');
  const text = useCaseText();
  return (
    <>
      <dl className={own.facts}>
        {CASE_FIELDS.filter((field) => field !== 'places').map((field) => (
          <div key={field}>
            <dt>{t(`form.field.${field}`)}</dt>
            <dd>{fieldText(text, incident, field)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('page.one.places')}</h3>
      <ul className={own.places}>
        {incident.places.map((place, position) => (
          // Places have no identity of their own but their position.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced whole
          <li key={position}>
            <b>{text.role(place)}</b> <span>{text.area(place)}</span>{' '}
            <span className={css.note}>{text.precision(place)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
