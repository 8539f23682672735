import { useTranslation } from 'react-i18next';
import { useLayerWords } from '../bands/use-layer-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { legendBounds } from '../legend-text.ts';
import { legendFor } from '../map/area-paint.ts';
import type { Theme } from '../map/theme.ts';
import type { AreaRow } from '../model.ts';
import type { LayerChoice } from '../view.ts';
import css from './legend-panel.module.css';
import { SwatchBox } from './swatch.tsx';

const HATCHES = [
  { pattern: 'none', text: 'legend.hatchNone' },
  { pattern: 'hatch_light', text: 'legend.hatchLight' },
  { pattern: 'hatch_dense', text: 'legend.hatchDense' },
] as const;

interface Props {
  readonly layer: LayerChoice;
  readonly rows: readonly AreaRow[];
  readonly theme: Theme;
}

/** How many areas have a score, and how many of them a range within one class. */
function certainty(rows: readonly AreaRow[]) {
  const scored = rows.flatMap(({ assessment }) => (assessment.status === 'scored' ? [assessment] : []));
  return { scored: scored.length, sure: scored.filter((a) => a.classLow === a.classHigh).length };
}

/** Every class with its fill, bounds and count; the ways of not knowing too, even when nothing has them. */
export function ClassLegend({ layer, rows, theme }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useLayerWords();
  return (
    <>
      <ul className={css.classes} aria-label={t('legend.title')} data-testid="legend-classes">
        {legendFor(layer, rows, theme).map((entry) => {
          const bounds = legendBounds(t, format, entry);
          return (
            <li key={entry.key} className={entry.count === 0 ? css.empty : undefined} data-key={entry.key}>
              <SwatchBox fill={entry.fill} pattern={entry.pattern} theme={theme} width={28} height={18} />
              <span>
                {words.className(entry)} {bounds !== null && <small>{bounds}</small>}
              </span>
              <span className={css.count}>{t('legend.areas', { count: entry.count })}</span>
            </li>
          );
        })}
      </ul>
      {layer === 'index' && (
        <div>
          <p className={css.note}>{t('legend.byPoint', certainty(rows))}</p>
          <p className={css.note}>{t('legend.hatch')}</p>
          <ul className={css.hatches}>
            {HATCHES.map(({ pattern, text }) => (
              <li key={pattern}>
                <SwatchBox fill={theme.indexMedium} pattern={pattern} theme={theme} width={22} height={14} />
                {t(text)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
