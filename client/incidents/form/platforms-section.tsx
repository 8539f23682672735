import { useTranslation } from 'react-i18next';
import { PLATFORMS, type Platform } from '../../../domain/incident.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { useFormScope } from './form-scope.ts';
import { FormSection } from './form-section.tsx';
import type { SectionProps } from './section-props.ts';
import { toggle } from './toggle.ts';

/** Not knowing rules out knowing one, and the other way round. */
function chosenPlatforms(chosen: readonly Platform[], value: Platform, on: boolean): Platform[] {
  const next = toggle(PLATFORMS, chosen, value, on);
  if (!on) return next;
  return value === 'unknown' ? ['unknown'] : next.filter((platform) => platform !== 'unknown');
}

export function PlatformsSection({ values: { platforms }, change }: SectionProps) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  return (
    <FormSection title={t('form.section.platforms')} note={t('form.optional')}>
      <ChoiceGroup
        id={idOf('platforms')}
        legend={t('form.field.platforms')}
        hint={t('form.hint.platforms')}
        error={errorOf('platforms')}
        many
        options={PLATFORMS.map((value) => ({ value, label: t(`form.platforms.${value}`) }))}
        chosen={platforms}
        onChoose={(value, on) => change({ platforms: chosenPlatforms(platforms, value, on) })}
      />
    </FormSection>
  );
}
