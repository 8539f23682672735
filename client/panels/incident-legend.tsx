import { useTranslation } from 'react-i18next';
import { hexagonClasses } from '../map/incident-layer.ts';
import { THEMES } from '../map/theme.ts';
import { useView } from '../use-view.tsx';
import type { IncidentMode } from '../view.ts';
import css from './incidents-panel.module.css';
import { SwatchBox } from './swatch.tsx';

/** Disc, ring and small disc, in CSS pixels as on the map. */
const KINDS = [
  { kind: 'lp_a', radius: 5, ring: false },
  { kind: 'lp_b', radius: 5, ring: true },
  { kind: 'other', radius: 3.4, ring: false },
] as const;

/** What the marks of the overlay mean. */
export function IncidentLegend({ mode }: { readonly mode: IncidentMode }) {
  const { t } = useTranslation();
  const { view } = useView();
  const theme = THEMES[view.theme];
  if (mode === 'points') {
    return (
      <ul className={css.legend}>
        {KINDS.map(({ kind, radius, ring }) => (
          <li key={kind}>
            <svg width="16" height="16" aria-hidden="true">
              <circle
                cx="8"
                cy="8"
                r={radius}
                fill={ring ? theme.incidentLine : theme.incident}
                stroke={ring ? theme.incident : theme.incidentLine}
                strokeWidth={ring ? 2.4 : 1}
              />
            </svg>
            {t(`incidents.kinds.${kind}`)}
          </li>
        ))}
      </ul>
    );
  }
  if (mode === 'clusters') {
    return (
      <ul className={css.legend}>
        <li>
          <svg width="20" height="20" aria-hidden="true">
            <circle cx="10" cy="10" r="8.5" fill={theme.incident} stroke={theme.incidentLine} />
            <text x="10" y="13.6" textAnchor="middle" fontSize="10" fontWeight="700" fill={theme.clusterLabel}>
              7
            </text>
          </svg>
          {t('incidents.clusterLegend')}
        </li>
      </ul>
    );
  }
  if (mode === 'heat') {
    return (
      <ul className={css.legend}>
        <li>
          {[theme.heatLow, theme.heatMiddle, theme.heatHigh].map((fill) => (
            <SwatchBox key={fill} fill={fill} pattern="none" theme={theme} />
          ))}
          {t('incidents.heatLegend')}
        </li>
      </ul>
    );
  }
  return (
    <ul className={css.legend}>
      {hexagonClasses(theme).map(({ fill, from, to }) => (
        <li key={from}>
          <SwatchBox fill={fill} pattern="none" theme={theme} />
          {to === null
            ? t('incidents.hexagonOpen', { from })
            : t(to === from ? 'incidents.hexagonOne' : 'incidents.hexagonCases', { from, to })}
        </li>
      ))}
    </ul>
  );
}
