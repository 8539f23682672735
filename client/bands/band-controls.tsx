import { useTranslation } from 'react-i18next';
import { PLACE_ROLES } from '../../domain/incident.ts';
import { Button } from '../ui/button.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useView } from '../use-view.tsx';
import { DEFAULT_BANDS } from '../view.ts';
import { BandRelease } from './band-release.tsx';
import css from './bands.module.css';
import { useShown } from './shown.tsx';

/** Which year and which role of places, what the bands are, and why they are not here when they are not. */
export function BandControls() {
  const { t: main } = useTranslation();
  const { t } = useTranslation('bands');
  const { view, change } = useView();
  const { bands, state, retry } = useShown();
  const role = view.incidents?.role ?? view.bands.role;
  const years = bands === null ? [] : [...bands.table.years].reverse();
  const thisYear = new Date().getFullYear();
  return (
    <>
      <div className={css.pair}>
        <SelectField
          label={t('year')}
          value={String(bands?.year ?? '')}
          onChange={(year) => change({ bands: { ...view.bands, year: Number(year) } })}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {year === thisYear ? t('yearNow', { year }) : year}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('role')}
          value={role}
          onChange={(value) => {
            const chosen = PLACE_ROLES.find((one) => one === value) ?? DEFAULT_BANDS.role;
            // One map shows one place role.
            const incidents = view.incidents === null ? null : { ...view.incidents, role: chosen };
            change({ bands: { ...view.bands, role: chosen }, incidents });
          }}
        >
          {PLACE_ROLES.map((one) => (
            <option key={one} value={one}>
              {main(`incidents.roles.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {state === 'loading' && <Loading label={t('loading')} />}
      {(state === 'refused' || state === 'failed') && (
        <Notice tone="caution" live>
          <p>{t(state)}</p>
          {state === 'failed' && <Button onClick={retry}>{t('retry')}</Button>}
        </Notice>
      )}
      {state === 'shown' && (
        <p className={css.note}>
          {t('note')} {t('missing')}
        </p>
      )}
      {(state === 'shown' || state === 'refused') && <BandRelease key={role} role={role} onReleased={retry} />}
    </>
  );
}
