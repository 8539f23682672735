import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { placeColour } from '../map/layers/place-layers.ts';
import { THEMES } from '../map/theme.ts';
import { placeName } from '../place-name.ts';
import { useView } from '../use-view.tsx';
import css from './legend-panel.module.css';

/** The quiet layers: kinds of place with their counts, the empty ones said so, and the two qualities of road. */
export function PlaceLegend() {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const { placeCounts, emptyPlaceCategories } = useAtlas().info.quality;
  const theme = THEMES[view.theme];
  const counted = Object.entries(placeCounts).filter(([, count]) => count > 0);
  return (
    <>
      {view.places && (
        <div>
          <h3 className={css.layer}>{t('legend.places')}</h3>
          <ul className={css.places}>
            {counted
              .sort(([, a], [, b]) => b - a)
              .map(([category, count]) => (
                <li key={category}>
                  <span>
                    <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
                      <circle cx="5" cy="5" r="4" fill={placeColour(category, theme)} />
                    </svg>
                    {placeName(t, category)}
                  </span>
                  <span>{format.integer(count)}</span>
                </li>
              ))}
            {emptyPlaceCategories.map((category) => (
              <li key={category}>
                <span>{placeName(t, category)}</span>
                <span className={css.missing}>{t('legend.placesNone')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {view.roads && (
        <div>
          <h3 className={css.layer}>{t('legend.roads')}</h3>
          <ul className={css.roads}>
            <li>
              <RoadLine colour={theme.roadMajor} dashed={false} /> {t('legend.roadsOsm')}
            </li>
            <li>
              <RoadLine colour={theme.roadApproximate} dashed /> {t('legend.roadsApprox')}
            </li>
          </ul>
        </div>
      )}
    </>
  );
}

function RoadLine({ colour, dashed }: { readonly colour: string; readonly dashed: boolean }) {
  return (
    <svg width="28" height="10" aria-hidden="true">
      <line
        x1="0"
        y1="5"
        x2="28"
        y2="5"
        stroke={colour}
        strokeWidth={dashed ? 1 : 2}
        strokeDasharray={dashed ? '4 3' : undefined}
      />
    </svg>
  );
}
