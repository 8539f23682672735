import { useTranslation } from 'react-i18next';
import { CHILD_INVOLVED, COUNT_BANDS } from '../../../domain/incident.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { useFormScope } from './form-scope.ts';
import { FormSection } from './form-section.tsx';
import type { SectionProps } from './section-props.ts';

const BAND_TEXT = { '1': 'one', '2-4': 'two', '5-9': 'five', '10+': 'ten' } as const;

/** Bands and one question; nothing else about people is asked. */
export function PeopleSection({ values, change }: SectionProps) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  const bands = COUNT_BANDS.map((value) => ({ value, label: t(`form.band.${BAND_TEXT[value]}`) }));
  return (
    <FormSection title={t('form.section.people')}>
      {(['victims', 'suspects'] as const).map((field) => (
        <ChoiceGroup
          key={field}
          id={idOf(field)}
          legend={t(`form.field.${field}`)}
          hint={field === 'victims' ? t('form.hint.counts') : undefined}
          error={errorOf(field)}
          many={false}
          options={bands}
          chosen={[values[field]].filter((band) => band !== null)}
          onChoose={(band) => change({ [field]: band })}
        />
      ))}
      <ChoiceGroup
        id={idOf('childInvolved')}
        legend={t('form.field.childInvolved')}
        hint={t('form.hint.child')}
        error={errorOf('childInvolved')}
        many={false}
        options={CHILD_INVOLVED.map((value) => ({ value, label: t(`form.child.${value}`) }))}
        chosen={values.childInvolved === null ? [] : [values.childInvolved]}
        onChoose={(childInvolved) => change({ childInvolved })}
      />
    </FormSection>
  );
}
