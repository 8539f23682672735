import { useTranslation } from 'react-i18next';
import { SUSPECT_COUNTS, VICTIM_COUNTS } from '../../../domain/incident.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { useFormScope } from './form-scope.ts';
import { FormSection } from './form-section.tsx';
import type { SectionProps } from './section-props.ts';

/** Bands, none yet, or not known; nothing else about people is asked. */
export function PeopleSection({ values: { victims, suspects }, change }: SectionProps) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  return (
    <FormSection title={t('form.section.people')}>
      <ChoiceGroup
        id={idOf('victims')}
        legend={t('form.field.victims')}
        hint={t('form.hint.counts')}
        error={errorOf('victims')}
        many={false}
        options={VICTIM_COUNTS.map((value) => ({ value, label: t(`form.count.${value}`) }))}
        chosen={victims === null ? [] : [victims]}
        onChoose={(value) => change({ victims: value })}
      />
      <ChoiceGroup
        id={idOf('suspects')}
        legend={t('form.field.suspects')}
        error={errorOf('suspects')}
        many={false}
        options={SUSPECT_COUNTS.map((value) => ({ value, label: t(`form.count.${value}`) }))}
        chosen={suspects === null ? [] : [suspects]}
        onChoose={(value) => change({ suspects: value })}
      />
    </FormSection>
  );
}
