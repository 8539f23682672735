import { useTranslation } from 'react-i18next';
import { INCIDENT_SOURCES, isApart, STAGES } from '../../../domain/incident.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFormScope } from './form-scope.ts';
import { FormSection } from './form-section.tsx';
import type { SectionProps } from './section-props.ts';

/** Where the case came from and how far it is. What is no TPPO case is said to be kept apart as soon as it is chosen. */
export function SourceSection({ values: { source, stage }, change }: SectionProps) {
  const { t } = useTranslation('incidents');
  const { idOf, errorOf } = useFormScope();
  return (
    <FormSection title={t('form.section.source')}>
      <ChoiceGroup
        id={idOf('source')}
        legend={t('form.field.source')}
        error={errorOf('source')}
        many={false}
        options={INCIDENT_SOURCES.map((value) => ({ value, label: t(`form.source.${value}`) }))}
        chosen={source === null ? [] : [source]}
        onChoose={(value) => change({ source: value })}
      />
      <ChoiceGroup
        id={idOf('stage')}
        legend={t('form.field.stage')}
        hint={t('form.hint.stage')}
        error={errorOf('stage')}
        many={false}
        options={STAGES.map((value) => ({ value, label: t(`form.stage.${value}`) }))}
        chosen={stage === null ? [] : [stage]}
        onChoose={(value) => change({ stage: value })}
      />
      <div role="status">{isApart(stage) && <Notice tone="caution">{t(`form.apart.${stage}`)}</Notice>}</div>
    </FormSection>
  );
}
