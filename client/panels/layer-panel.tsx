import { useTranslation } from 'react-i18next';
import { FACTORS } from '../../domain/factor.ts';
import { Check } from '../ui/check.tsx';
import { Section } from '../ui/section.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useView } from '../use-view.tsx';
import { DEFAULT_VIEW, LAYER_CHOICES, type LayerChoice, MAP_LEVELS } from '../view.ts';
import { GradeChanges } from './grade-changes.tsx';
import css from './layer-panel.module.css';

function noteOf(layer: LayerChoice) {
  if (layer === 'index' || layer === 'coverage' || layer === 'police') return `layer.${layer}Note` as const;
  return 'layer.factorNote' as const;
}

/** What is coloured, at which level, from which evidence, and the quiet layers over it. */
export function LayerPanel() {
  const { t } = useTranslation();
  const { view, change } = useView();
  const official = view.minimumGrade === 'A' || view.minimumGrade === 'B';
  return (
    <Section title={t('layer.title')}>
      <SelectField
        label={t('layer.label')}
        value={view.layer}
        onChange={(value) => change({ layer: LAYER_CHOICES.find((choice) => choice === value) ?? DEFAULT_VIEW.layer })}
      >
        <optgroup label={t('layer.groupIndex')}>
          <option value="index">{t('layer.index')}</option>
          <option value="coverage">{t('layer.coverage')}</option>
        </optgroup>
        <optgroup label={t('layer.groupFactor')}>
          {FACTORS.map((factor) => (
            <option key={factor} value={`factor:${factor}`}>
              {t(`factor.${factor}`)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('layer.groupOther')}>
          <option value="police">{t('layer.police')}</option>
        </optgroup>
      </SelectField>
      <p className={css.note}>{t(noteOf(view.layer))}</p>
      <Segmented
        label={t('level.label')}
        value={view.level}
        options={MAP_LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
        onChange={(level) => change({ level })}
      />
      <div>
        <Check
          label={t('grade.switch')}
          hint={t('grade.hint')}
          checked={official}
          onChange={(checked) => change({ minimumGrade: checked ? 'B' : DEFAULT_VIEW.minimumGrade })}
        />
        {official && <GradeChanges />}
      </div>
      <fieldset className={css.extra}>
        <legend>{t('layer.show')}</legend>
        <div className={css.pair}>
          <Check label={t('layer.roads')} checked={view.roads} onChange={(roads) => change({ roads })} />
          <Check label={t('layer.places')} checked={view.places} onChange={(places) => change({ places })} />
        </div>
      </fieldset>
    </Section>
  );
}
