import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useShown } from '../bands/shown.tsx';
import { useLayerWords } from '../bands/use-layer-words.ts';
import { useMapWords } from '../bands/use-map-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { THEMES } from '../map/theme.ts';
import { Section } from '../ui/section.tsx';
import { useView } from '../use-view.tsx';
import { ClassLegend } from './class-legend.tsx';
import { DataQuality } from './data-quality.tsx';
import { IncidentLegend } from './incident-legend.tsx';
import css from './legend-panel.module.css';
import { PlaceLegend } from './place-legend.tsx';
import { PoliceNote } from './police-note.tsx';

/** What the colours mean, how good the data is, and which edition this is. */
export function LegendPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const { info } = useAtlas();
  const { layer, painted, rows, bands, late } = useShown();
  const { name } = useLayerWords();
  const words = useMapWords();
  return (
    <Section title={t('legend.title')}>
      <p className={css.layer}>
        {words.name} · {t(`level.${view.level}`)}
      </p>
      {painted === 'plain' ? (
        <>
          {view.incidents !== null && <IncidentLegend mode={view.incidents.mode} />}
          <p className={css.note}>{t('legend.plain', { layer: name })}</p>
        </>
      ) : (
        <ClassLegend layer={layer} rows={rows} theme={THEMES[view.theme]} />
      )}
      {painted === 'police' && <PoliceNote />}
      <p className={css.sentence}>{words.caution}</p>
      {bands !== null && late !== null && <late.BandSummary />}
      {(view.places || view.roads) && <PlaceLegend />}
      <DataQuality rows={rows} />
      <div className={css.edition}>
        <p>
          {t('legend.edition')} <b>{info.edition.id}</b>, {t('legend.editionStatus')}
        </p>
        <p className={css.note}>
          {t('legend.method')} {info.edition.method.version} ·{' '}
          {t('legend.asOf', { date: format.date(info.edition.asOf) })}
        </p>
        <p className={css.note}>
          {t('legend.source')}: {t('legend.sourceText')}
        </p>
      </div>
    </Section>
  );
}
