import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, PLACE_ROLES, PLATFORMS } from '../../domain/incident.ts';
import { useFormat } from '../i18n/use-format.ts';
import { incidentLayer } from '../map/incident-layer.ts';
import { sessionMay, useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Check } from '../ui/check.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import { Disclosure } from '../ui/section.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { trainingView, useTrainingIncidents } from '../use-training-incidents.ts';
import { useView } from '../use-view.tsx';
import { DEFAULT_INCIDENTS, INCIDENT_MODES, type IncidentView } from '../view.ts';
import { IncidentLegend } from './incident-legend.tsx';
import css from './incidents-panel.module.css';
import { MonthSlider } from './month-slider.tsx';

const RecordedPanel = lazy(() => import('./incident-recorded-panel.tsx'));

/** The overlay of the synthetic incidents: off until asked for, under the gates of real data. */
export function IncidentsPanel() {
  const { t } = useTranslation();
  const { view, change } = useView();
  const { data, isError, refetch } = useTrainingIncidents();
  const incidents = trainingView(view);
  const session = useSession(view.incidents?.set === 'recorded');
  const training = (
    <Disclosure title={t('incidents.title')} open={incidents !== null}>
      <Check
        label={t('incidents.show')}
        hint={t('incidents.intro')}
        checked={incidents !== null}
        onChange={(checked) => change({ incidents: checked ? DEFAULT_INCIDENTS : null })}
      />
      {incidents !== null && <p className={css.stamp}>{t('incidents.stamp')}</p>}
      {incidents !== null && data !== undefined && (
        <Controls
          incidents={data}
          chosen={incidents}
          onChange={(part) => change({ incidents: { ...incidents, ...part } })}
        />
      )}
      {incidents !== null && data === undefined && !isError && <Loading label={t('incidents.loading')} />}
      {incidents !== null && isError && (
        <Notice tone="caution" live>
          <p>{t('state.errorTitle')}</p>
          <Button onClick={() => void refetch()}>{t('state.retry')}</Button>
        </Notice>
      )}
    </Disclosure>
  );
  if (!sessionMay(session, 'incident.read')) return training;
  return (
    <>
      <Suspense>
        <RecordedPanel />
      </Suspense>
      {training}
    </>
  );
}

function Controls(props: {
  readonly incidents: readonly Incident[];
  readonly chosen: IncidentView;
  readonly onChange: (part: Partial<IncidentView>) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { incidents, chosen, onChange } = props;
  // Counts only: the map loads the shapes of the hexagons itself.
  const overlay = useMemo(() => incidentLayer(incidents, chosen, null), [incidents, chosen]);
  const counts: readonly (readonly [string, number])[] = [
    [t('incidents.mapped'), overlay.mappedCount],
    [t('incidents.unmapped'), overlay.unmappedCount],
    ...(chosen.mode === 'hexagons' ? [] : [[t('incidents.hexOnly'), overlay.hexOnlyCount] as const]),
    [t('incidents.apart'), overlay.apartCount],
  ];
  return (
    <>
      <Segmented
        label={t('incidents.mode')}
        value={chosen.mode}
        options={INCIDENT_MODES.map((mode) => ({ value: mode, label: t(`incidents.modes.${mode}`) }))}
        onChange={(mode) => onChange({ mode })}
      />
      {chosen.mode === 'heat' && <p className={css.note}>{t('incidents.heatNote')}</p>}
      {!overlay.decision.open && (
        <Notice tone="caution" live>
          <strong>{t('incidents.refused')}.</strong>{' '}
          {t(`gate.${overlay.decision.reason}`, { have: overlay.decision.have, need: overlay.decision.need })}
        </Notice>
      )}
      <dl className={css.counts} data-testid="incident-counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.integer(count)}</dd>
          </div>
        ))}
      </dl>
      <p className={css.note}>{t('incidents.unmappedNote')}</p>
      <IncidentLegend mode={chosen.mode} />
      <SelectField
        label={t('incidents.role')}
        value={chosen.role}
        onChange={(value) => onChange({ role: PLACE_ROLES.find((role) => role === value) ?? DEFAULT_INCIDENTS.role })}
      >
        {PLACE_ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`incidents.roles.${role}`)}
          </option>
        ))}
      </SelectField>
      <p className={css.note}>{t('incidents.roleNote')}</p>
      <SelectField
        label={t('incidents.platform')}
        value={chosen.platform ?? ''}
        onChange={(value) => onChange({ platform: PLATFORMS.find((platform) => platform === value) ?? null })}
      >
        <option value="">{t('incidents.platformAll')}</option>
        {PLATFORMS.map((platform) => (
          <option key={platform} value={platform}>
            {t(`incidents.platforms.${platform}`)}
          </option>
        ))}
      </SelectField>
      {overlay.months !== null && <MonthSlider months={overlay.months} chosen={chosen} onChange={onChange} />}
    </>
  );
}
