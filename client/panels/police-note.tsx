import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { policeSource } from '../police-source.ts';
import css from './legend-panel.module.css';
import { SourceLink } from './source-link.tsx';

/** Beside the legend of the police statement: who published it, when, and the way to it. */
export function PoliceNote() {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, evidence } = useAtlas();
  const source = policeSource(rows.kecamatan, evidence);
  if (source === null) return null;
  return (
    <p className={css.note}>
      {t('legend.source')}: {source.sourcePublisher}
      {source.sourceDate !== null && `, ${format.date(source.sourceDate)}`} · <SourceLink row={source} />
    </p>
  );
}
