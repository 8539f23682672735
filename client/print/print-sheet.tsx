import { useTranslation } from 'react-i18next';
import { FACTORS } from '../../domain/factor.ts';
import { useAtlas } from '../atlas.tsx';
import { useShown } from '../bands/shown.tsx';
import { useLayerWords } from '../bands/use-layer-words.ts';
import { useMapWords } from '../bands/use-map-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import SvgMap from '../map/svg-map.tsx';
import { THEMES } from '../map/theme.ts';
import { ClassLegend } from '../panels/class-legend.tsx';
import { HelpLines } from '../panels/help-lines.tsx';
import { IncidentLegend } from '../panels/incident-legend.tsx';
import type { MapData } from '../use-map-data.ts';
import { trainingView } from '../use-training-incidents.ts';
import { useView } from '../use-view.tsx';
import css from './print-sheet.module.css';
import { PrintTable } from './print-table.tsx';

/** CSS pixels: with the side column it fills an A4 sheet across, inside 9 mm margins. */
const MAP_SIZE = { width: 610, height: 520 };
/** Leaves room for the table of recorded cases below. */
const HEIGHT_OVER_TABLE = 360;

/** One sheet: map, legend, table, edition, date, credits and help lines. Always in the day theme. */
export default function PrintSheet({ data }: { readonly data: MapData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const { collections, info, method } = useAtlas();
  const { layer, rows: shown, bands, late } = useShown();
  const layerWords = useLayerWords();
  const mapWords = useMapWords();
  // A sheet of paper has no reader's name on it: real cases leave by the export only.
  const training = trainingView(view);
  const painted = training !== null && layer !== 'bands' ? 'plain' : layer;
  const words = painted === 'plain' ? mapWords : layerWords;
  const title = `${words.name} · ${t(`level.${view.level}`)}`;
  const weights = FACTORS.map((factor) => `${t(`factor.${factor}`)} ${method.weights[factor]}`).join(', ');
  const equal = FACTORS.every((factor) => method.weights[factor] === method.weights.entertainment);
  return (
    <div className={css.sheet} data-testid="print-sheet">
      <div className={css.head}>
        <div>
          <h1>{bands?.words.sheet ?? t('print.title')}</h1>
          <p>{title}</p>
        </div>
        <p className={css.sentence}>{words.caution}</p>
      </div>
      <div className={css.columns}>
        <div className={css.left}>
          <div className={css.map}>
            <SvgMap
              level={view.level}
              areas={collections}
              rows={shown}
              layer={painted}
              theme="day"
              selected={view.area}
              coast={data.basemap?.coast ?? null}
              roads={data.roads}
              incidents={training === null ? null : data.incidents}
              classLabel={words.of}
              labels={{
                map: title,
                title: null,
                north: t('map.northLetter'),
                stamp: t('incidents.stamp'),
                area: (row) => row.name,
              }}
              size={bands === null ? MAP_SIZE : { ...MAP_SIZE, height: HEIGHT_OVER_TABLE }}
            />
          </div>
          {bands !== null && late !== null && <late.BandPrint />}
        </div>
        <div className={css.side}>
          {training !== null && (
            <div>
              <p className={css.stamp}>{t('incidents.stamp')}</p>
              <p>
                {t('map.training', {
                  role: t(`incidents.roles.${training.role}`),
                  count: format.integer(data.incidents?.unmappedCount ?? 0),
                })}
              </p>
              {/* On paper clusters and heat are drawn as points. */}
              <IncidentLegend mode={training.mode === 'hexagons' ? 'hexagons' : 'points'} />
            </div>
          )}
          <div>
            <h2>{t('legend.title')}</h2>
            {painted === 'plain' ? (
              <p>{t('legend.plain', { layer: layerWords.name })}</p>
            ) : (
              <ClassLegend layer={layer} rows={shown} theme={THEMES.day} />
            )}
          </div>
          {view.level === 'kecamatan' && <PrintTable rows={shown} />}
          <div>
            <h2>{t('print.help')}</h2>
            <HelpLines detailed />
          </div>
        </div>
      </div>
      {view.level === 'kelurahan' && <PrintTable rows={shown} />}
      <div className={css.foot}>
        <p>
          <strong>
            {t('print.edition', {
              edition: info.edition.id,
              status: t('legend.editionStatus'),
              method: info.edition.method.version,
            })}
          </strong>{' '}
          · {t('legend.asOf', { date: format.date(info.edition.asOf) })} ·{' '}
          {t('print.minimumGrade', { grade: view.minimumGrade })}
          {!equal && ` · ${t('print.weights', { weights })}`}
        </p>
        {shown.filter(({ assessment }) => assessment.status === 'scored').length > 1 && <p>{t('table.rankNote')}</p>}
        <p>
          {t('credits.map')} · {t('legend.sourceText')}
        </p>
        <p>{t('print.printed', { date: format.moment(new Date()) })}</p>
      </div>
    </div>
  );
}
