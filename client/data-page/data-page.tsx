import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import css from './data-page.module.css';
import { Downloads } from './downloads.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { MethodInWords } from './method-in-words.tsx';
import { Conflicts, PopulationTable, Quality } from './quality.tsx';

const PARTS = [
  { id: 'edition', title: 'dataPage.edition' },
  { id: 'downloads', title: 'dataPage.downloads' },
  { id: 'method', title: 'dataPage.method' },
  { id: 'quality', title: 'dataPage.quality' },
  { id: 'conflicts', title: 'dataPage.conflicts' },
  { id: 'population', title: 'dataPage.population' },
  { id: 'evidence', title: 'dataPage.evidence' },
  { id: 'licences', title: 'dataPage.licences' },
] as const;

type PartId = (typeof PARTS)[number]['id'];

/** Files, addresses, method, quality, conflicts and every piece of evidence. */
export default function DataPage() {
  const { t } = useTranslation();
  const body = (id: PartId) => {
    switch (id) {
      case 'edition':
        return <EditionFacts />;
      case 'downloads':
        return <Downloads />;
      case 'method':
        return <MethodInWords />;
      case 'quality':
        return <Quality />;
      case 'conflicts':
        return <Conflicts />;
      case 'population':
        return <PopulationTable />;
      case 'evidence':
        return <EvidenceTable />;
      case 'licences':
        return <Licences />;
    }
  };
  return (
    <div className={css.page}>
      <nav className={css.contents} aria-labelledby="contents">
        <h2 id="contents">{t('dataPage.contents')}</h2>
        <ul className={css.list}>
          {PARTS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.main}>
        <div>
          <h1>{t('dataPage.title')}</h1>
          <p className={css.lead}>{t('dataPage.intro')}</p>
        </div>
        {PARTS.map(({ id, title }) => (
          <section key={id} id={id} className={css.part} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{t(title)}</h2>
            {body(id)}
          </section>
        ))}
      </div>
    </div>
  );
}

function EditionFacts() {
  const { t } = useTranslation();
  const format = useFormat();
  const { edition } = useAtlas().info;
  const facts = [
    [t('dataPage.editionId'), edition.id],
    [t('dataPage.status'), t('legend.editionStatus')],
    [t('dataPage.published'), format.date(edition.publishedAt.slice(0, 10))],
    [t('dataPage.asOf'), format.date(edition.asOf)],
    [t('legend.method'), edition.method.version],
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

function Licences() {
  const { t } = useTranslation();
  const { credits } = useAtlas().info;
  return (
    <ul>
      {credits.map((credit) => (
        <li key={credit.subject}>
          {credit.url === null ? (
            credit.text
          ) : (
            <a href={credit.url} target="_blank" rel="noopener noreferrer">
              {credit.text}
            </a>
          )}{' '}
          ({credit.licence})
        </li>
      ))}
      <li>{t('dataPage.code')}</li>
    </ul>
  );
}
