import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import type { AreaRow } from '../model.ts';
import css from './legend-panel.module.css';

/** How much is known at the level shown: evidence, undated, old, completeness. */
export function DataQuality({ rows }: { readonly rows: readonly AreaRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { evidence, factors, info } = useAtlas();
  const observed = rows.flatMap((row) =>
    factors.flatMap((factor) => {
      const reading = row.readings[factor];
      return reading.status === 'observed' ? [reading] : [];
    }),
  );
  const undated = evidence.filter((row) => row.sourceDate === null).length;
  const scored = rows.filter((row) => row.assessment.status === 'scored').length;
  const coverage = rows.reduce((sum, row) => sum + row.assessment.coverage, 0) / Math.max(rows.length, 1);
  const entries: readonly (readonly [string, string])[] = [
    [t('legend.evidenceCount'), format.integer(evidence.length)],
    [t('legend.undated'), format.integer(undated)],
    [
      t('legend.oldEvidence'),
      t('legend.ofTotal', { count: observed.filter(({ old }) => old).length, total: observed.length }),
    ],
    [t('legend.coverageMean'), format.percent(coverage)],
    [t('legend.scoredAreas'), t('legend.ofTotal', { count: scored, total: rows.length })],
    [t('legend.areaDifference'), format.signedPercent(info.quality.areaDifferencePercent)],
  ];
  return (
    <div>
      <h3 className={css.layer}>{t('legend.quality')}</h3>
      <dl className={css.quality}>
        {entries.map(([name, value]) => (
          <div key={name} className={css.entry}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
