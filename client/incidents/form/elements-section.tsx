import { useTranslation } from 'react-i18next';
import { ACTS, CHILD_INVOLVED, MEANS, PURPOSES } from '../../../domain/incident.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { ElementsNote } from './elements-note.tsx';
import { useFormScope } from './form-scope.ts';
import { FormSection } from './form-section.tsx';
import type { SectionProps } from './section-props.ts';
import { toggle } from './toggle.ts';

/**
 * Whether a child is a victim, which decides what is asked for and which points are kept; then the three elements as
 * groups of checkboxes, with the hint which of them is still missing.
 */
export function ElementsSection({ values, change }: SectionProps) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  return (
    <FormSection title={t('form.section.elements')}>
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
      <ChoiceGroup
        id={idOf('acts')}
        legend={t('form.field.acts')}
        error={errorOf('acts')}
        many
        options={ACTS.map((value) => ({ value, label: t(`form.acts.${value}`) }))}
        chosen={values.acts}
        onChoose={(value, on) => change({ acts: toggle(ACTS, values.acts, value, on) })}
      />
      <ChoiceGroup
        id={idOf('means')}
        legend={t('form.field.means')}
        error={errorOf('means')}
        many
        options={MEANS.map((value) => ({ value, label: t(`form.means.${value}`) }))}
        chosen={values.means}
        onChoose={(value, on) => change({ means: toggle(MEANS, values.means, value, on) })}
      />
      <ChoiceGroup
        id={idOf('purposes')}
        legend={t('form.field.purposes')}
        error={errorOf('purposes')}
        many
        options={PURPOSES.map((value) => ({ value, label: t(`form.purposes.${value}`) }))}
        chosen={values.purposes}
        onChoose={(value, on) => change({ purposes: toggle(PURPOSES, values.purposes, value, on) })}
      />
      <ElementsNote values={values} />
    </FormSection>
  );
}
