import { useTranslation } from 'react-i18next';
import { areaPaint } from '../map/area-paint.ts';
import { THEMES } from '../map/theme.ts';
import type { AreaRow } from '../model.ts';
import { SwatchBox } from '../panels/swatch.tsx';
import { Section } from '../ui/section.tsx';
import { useView } from '../use-view.tsx';
import css from './bands.module.css';
import { useShown } from './shown.tsx';

/** What is recorded in one kecamatan, year by year, newest first; nothing for a kelurahan. */
export function BandFact({ row }: { readonly row: AreaRow }) {
  const { t } = useTranslation('bands');
  const { view } = useView();
  const { bands } = useShown();
  const found = bands?.table.rows.find(({ areaCode }) => areaCode === row.code);
  if (bands === null || found === undefined) return null;
  const theme = THEMES[view.theme];
  const years = found.bands.map((band, column) => ({ band, year: bands.table.years[column] ?? 0 })).reverse();
  return (
    <Section title={t('drawer')} heading="h3">
      <p className={css.note}>{bands.words.caution}</p>
      <dl className={css.years} data-testid="band-years">
        {years.map(({ band, year }) => {
          const { fill, pattern } = areaPaint('bands', { ...row, recorded: band }, theme);
          return (
            <div key={year} aria-current={year === bands.year ? 'true' : undefined}>
              <dt>{year}</dt>
              <dd>
                <SwatchBox fill={fill} pattern={pattern} theme={theme} />
                {t(`band.${band}`)}
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
