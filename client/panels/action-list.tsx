import { useTranslation } from 'react-i18next';
import { ACTIONS, RAN_LABEL } from '../../domain/action-table.ts';
import { FACTORS, type Factor } from '../../domain/factor.ts';
import type { AreaRow } from '../model.ts';
import { Section } from '../ui/section.tsx';
import { useView } from '../use-view.tsx';
import css from './action-list.module.css';
import drawer from './area-drawer.module.css';

/** Known factors that something can be done about, strongest first. */
function factorsToActOn(row: AreaRow): readonly Factor[] {
  const point = (factor: Factor): number => {
    const reading = row.readings[factor];
    return reading.status === 'observed' ? reading.interval.point : -1;
  };
  return FACTORS.filter((factor) => point(factor) >= 0).sort((a, b) => point(b) - point(a));
}

/** What helps against the factors known of an area, who owns it, and its field of the national plan. */
export function ActionList({ row }: { readonly row: AreaRow }) {
  const { t } = useTranslation();
  const { view } = useView();
  const factors = factorsToActOn(row);
  if (factors.length === 0) return null;
  return (
    <Section title={t('drawer.actions')} heading="h3">
      <p className={drawer.note}>{t('drawer.actionsNote')}</p>
      {factors.map((factor) => (
        <div key={factor} className={css.group}>
          <h4>{t(`factor.${factor}`)}</h4>
          <ul>
            {ACTIONS[factor].map((action) => (
              <li key={action.text.id}>
                {action.text[view.language]}
                <small>
                  {t('drawer.owner')}: {action.owner} · {t('drawer.ran')}: {RAN_LABEL[action.field][view.language]}
                </small>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
