import { useTranslation } from 'react-i18next';
import { CITY } from '../../domain/city.ts';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { EvidenceItem } from '../panels/evidence-item.tsx';
import { placeName } from '../place-name.ts';
import table from '../ui/data-table.module.css';
import { useView } from '../use-view.tsx';
import css from './data-page.module.css';

/** What the build counted, in the reader's words. */
export function Quality() {
  const { t } = useTranslation();
  const format = useFormat();
  const { quality } = useAtlas().info;
  const facts = [
    [t('dataPage.qualityEvidence'), format.integer(quality.evidenceCount)],
    [t('dataPage.qualityUndated'), format.integer(quality.undatedCount)],
    [
      t('dataPage.qualityArea', { official: format.decimal(quality.officialAreaKm2, 2) }),
      format.signedPercent(quality.areaDifferencePercent),
    ],
    [
      t('dataPage.qualityEmpty'),
      `${quality.emptyPlaceCategories.map((category) => placeName(t, category)).join(', ')} (${t('legend.placesNone')})`,
    ],
  ] as const;
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Topics of the city for which more than one row stands: what each says. */
export function Conflicts() {
  const { t } = useTranslation();
  const { view } = useView();
  const { info, evidenceById } = useAtlas();
  const topics = info.cityContext.filter(({ evidenceIds }) => evidenceIds.length > 1);
  return (
    <div className={css.conflicts}>
      <p>{t('dataPage.conflictsIntro')}</p>
      {topics.map((topic) => (
        <article key={topic.topic}>
          <h3>{view.language === 'en' ? topic.headlineEn : topic.headlineId}</h3>
          <ul className={css.list}>
            {topic.evidenceIds.map((id) => {
              const row = evidenceById.get(id);
              return row === undefined ? null : <EvidenceItem key={id} row={row} />;
            })}
          </ul>
        </article>
      ))}
    </div>
  );
}

/** Every population row with its period and source. */
export function PopulationTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const { info, nameByCode } = useAtlas();
  const nameOf = (code: string): string => (code === CITY.code ? CITY.name : (nameByCode.get(code) ?? code));
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <caption>{t('dataPage.populationCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dataPage.area')}</th>
            <th scope="col">{t('dataPage.populationPeriod')}</th>
            <th scope="col" className={table.number}>
              {t('dataPage.populationValue')}
            </th>
            <th scope="col">{t('dataPage.colSource')}</th>
          </tr>
        </thead>
        <tbody>
          {info.population.map((row) => (
            <tr key={`${row.code} ${row.period}`}>
              <th scope="row">{nameOf(row.code)}</th>
              <td className={table.tight}>{row.period}</td>
              <td className={table.number}>{format.integer(row.population)}</td>
              <td lang="en">{row.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
