import { useTranslation } from 'react-i18next';
import { FACTORS } from '../../domain/factor.ts';
import { useShown } from '../bands/shown.tsx';
import { Button } from '../ui/button.tsx';
import { Check } from '../ui/check.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useView } from '../use-view.tsx';
import { DEFAULT_VIEW, LAYER_CHOICES, type LayerChoice, MAP_LEVELS, type View } from '../view.ts';
import { GradeChanges } from './grade-changes.tsx';
import css from './layer-panel.module.css';

function noteOf(layer: LayerChoice) {
  if (layer === 'index' || layer === 'coverage' || layer === 'police') return `layer.${layer}Note` as const;
  return 'layer.factorNote' as const;
}

/** Length of the code of a kecamatan. */
const KECAMATAN = 8;

/** The part of the view that goes with a layer: there are bands of kecamatan only, and no synthetic case over real ones. */
function choiceOf(value: string, { area }: View): Partial<View> {
  if (value !== 'bands') return { layer: LAYER_CHOICES.find((choice) => choice === value) ?? DEFAULT_VIEW.layer };
  return { layer: 'bands', level: 'kecamatan', area: area?.slice(0, KECAMATAN) ?? null, incidents: null };
}

/** What is coloured, at which level, from which evidence, and the quiet layers over it. */
export function LayerPanel() {
  const { t } = useTranslation();
  const { t: bandText } = useTranslation('bands');
  const { view, change, hrefOf } = useView();
  const { layer, state, late } = useShown();
  const onBands = late !== null && view.layer === 'bands';
  const official = view.minimumGrade === 'A' || view.minimumGrade === 'B';
  return (
    <Section title={t('layer.title')}>
      <SelectField
        label={t('layer.label')}
        value={late === null ? layer : view.layer}
        onChange={(value) => change(choiceOf(value, view))}
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
        {late !== null && (
          <optgroup label={bandText('group')}>
            <option value="bands">{bandText('option')}</option>
          </optgroup>
        )}
      </SelectField>
      {onBands ? <late.BandControls /> : <p className={css.note}>{t(noteOf(layer))}</p>}
      {state === 'sign_in' && (
        <Notice live>
          <p>{t('layer.bandsSignIn')}</p>
          <p className={css.way}>
            <a href={`${hrefOf('/sign-in')}&next=%2F`}>{t('layer.bandsSignInLink')}</a>
            <Button look="quiet" onClick={() => change({ layer: DEFAULT_VIEW.layer })}>
              {t('layer.bandsClose')}
            </Button>
          </p>
        </Notice>
      )}
      <Segmented
        label={t('level.label')}
        value={view.level}
        options={MAP_LEVELS.map((level) => ({
          value: level,
          label: t(`level.${level}`),
          disabled: onBands && level !== 'kecamatan',
        }))}
        hint={onBands ? bandText('level') : undefined}
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
