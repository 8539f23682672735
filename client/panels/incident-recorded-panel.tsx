import '../i18n/incidents/add.ts';
import { useTranslation } from 'react-i18next';
import { INCIDENT_SOURCES, PLACE_ROLES, PLATFORMS, STAGES } from '../../domain/incident.ts';
import { useFormat } from '../i18n/use-format.ts';
import { problemText } from '../incidents/problem-text.ts';
import type { RecordedLayerData } from '../incidents/recorded-layer.ts';
import { Button } from '../ui/button.tsx';
import { Check } from '../ui/check.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import { Disclosure } from '../ui/section.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useRecordedIncidents } from '../use-recorded-incidents.ts';
import { useView } from '../use-view.tsx';
import { DEFAULT_INCIDENTS, INCIDENT_MODES, type IncidentView } from '../view.ts';
import { IncidentLegend } from './incident-legend.tsx';
import { RecordedTable } from './incident-recorded-table.tsx';
import css from './incidents-panel.module.css';
import { MonthSlider } from './month-slider.tsx';

/** The overlay of real cases: for the Satgas only, off until asked for, under the gates of the server. */
export default function RecordedPanel() {
  const { t } = useTranslation('incidents');
  const { view, change, open, hrefOf } = useView();
  const chosen = view.incidents?.set === 'recorded' ? view.incidents : null;
  const { data, error, isPending, refetch } = useRecordedIncidents();
  const set = (part: Partial<IncidentView>): void => {
    if (chosen !== null) change({ incidents: { ...chosen, ...part } });
  };
  return (
    <Disclosure title={t('overlay.title')} open={chosen !== null}>
      <Check
        label={t('overlay.show')}
        hint={t('overlay.hint')}
        checked={chosen !== null}
        onChange={(checked) =>
          change({ incidents: checked ? { ...DEFAULT_INCIDENTS, set: 'recorded', role: 'exploitation' } : null })
        }
      />
      {chosen !== null && isPending && error === null && <Loading label={t('overlay.loading')} />}
      {chosen !== null && error !== null && (
        <Notice tone="caution" live>
          <p>{t('overlay.failed', { reason: problemText(t, error) })}</p>
          <Button onClick={() => void refetch()}>{t('overlay.retry')}</Button>
        </Notice>
      )}
      {chosen !== null && <Choices chosen={chosen} onChange={set} />}
      {chosen !== null && data !== undefined && <Shown data={data} chosen={chosen} onChange={set} />}
      <a
        className={css.note}
        href={hrefOf('/incidents')}
        onClick={(event) => {
          event.preventDefault();
          open('/incidents');
        }}
      >
        {t('overlay.openList')}
      </a>
    </Disclosure>
  );
}

interface ChoiceProps {
  readonly chosen: IncidentView;
  readonly onChange: (part: Partial<IncidentView>) => void;
}

function Choices({ chosen, onChange }: ChoiceProps) {
  const { t } = useTranslation('incidents');
  const { t: common } = useTranslation();
  return (
    <>
      <Segmented
        label={common('incidents.mode')}
        value={chosen.mode}
        options={INCIDENT_MODES.map((mode) => ({ value: mode, label: common(`incidents.modes.${mode}`) }))}
        onChange={(mode) => onChange({ mode })}
      />
      {chosen.mode === 'heat' && <p className={css.note}>{common('incidents.heatNote')}</p>}
      <div className={css.pair}>
        <SelectField
          label={common('incidents.role')}
          value={chosen.role}
          onChange={(value) => onChange({ role: PLACE_ROLES.find((one) => one === value) ?? chosen.role })}
        >
          {PLACE_ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`form.roles.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('overlay.source')}
          value={chosen.source ?? ''}
          onChange={(value) => onChange({ source: INCIDENT_SOURCES.find((one) => one === value) ?? null })}
        >
          <option value="">{t('overlay.all')}</option>
          {INCIDENT_SOURCES.map((one) => (
            <option key={one} value={one}>
              {t(`form.source.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={common('incidents.platform')}
          value={chosen.platform ?? ''}
          onChange={(value) => onChange({ platform: PLATFORMS.find((one) => one === value) ?? null })}
        >
          <option value="">{t('overlay.all')}</option>
          {PLATFORMS.map((one) => (
            <option key={one} value={one}>
              {t(`form.platforms.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('overlay.stage')}
          value={chosen.stage ?? ''}
          onChange={(value) => onChange({ stage: STAGES.find((one) => one === value) ?? null })}
        >
          <option value="">{t('overlay.stageAll')}</option>
          {STAGES.map((one) => (
            <option key={one} value={one}>
              {t(`form.stage.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <p className={css.note}>{common('incidents.roleNote')}</p>
    </>
  );
}

function Shown({ data, chosen, onChange }: ChoiceProps & { readonly data: RecordedLayerData }) {
  const { t } = useTranslation('incidents');
  const { t: common } = useTranslation();
  const format = useFormat();
  const { decision } = data;
  const refusal = decision.open
    ? null
    : common(`gate.${decision.reason}`, { have: format.integer(decision.have), need: format.integer(decision.need) });
  const counts: readonly (readonly [string, number])[] = [
    [t('overlay.events'), data.events],
    [common('incidents.mapped'), data.mappedCount],
    ...(chosen.mode === 'hexagons' ? [] : [[t('overlay.child'), data.hexOnlyCount] as const]),
    [common('incidents.unmapped'), data.unmappedCount],
  ];
  return (
    <>
      {data.months === null && <p>{t('overlay.none')}</p>}
      {refusal !== null && (
        <Notice tone="caution" live>
          <strong>{common('incidents.refused')}.</strong> {refusal}
        </Notice>
      )}
      {data.truncated && (
        <Notice tone="caution" live>
          {t('overlay.truncated', { count: data.points.features.length })}
        </Notice>
      )}
      <dl className={css.counts} data-testid="recorded-counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.integer(count)}</dd>
          </div>
        ))}
      </dl>
      <p className={css.note}>{common('incidents.unmappedNote')}</p>
      <IncidentLegend mode={chosen.mode} />
      {chosen.mode !== 'hexagons' && chosen.mode !== 'heat' && data.hexOnlyCount > 0 && (
        <>
          <p className={css.note}>{t('overlay.childLegend')}</p>
          <IncidentLegend mode="hexagons" />
        </>
      )}
      {data.months !== null && <MonthSlider months={data.months} chosen={chosen} onChange={onChange} />}
      <RecordedTable areas={data.areas} refusal={refusal} />
    </>
  );
}
