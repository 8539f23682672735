import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useShown } from '../bands/shown.tsx';
import { useMapWords } from '../bands/use-map-words.ts';
import SvgMap from '../map/svg-map.tsx';
import { Notice } from '../ui/notice.tsx';
import type { MapData } from '../use-map-data.ts';
import { useView } from '../use-view.tsx';
import css from './map-frame.module.css';

interface Props {
  readonly reason: 'no_webgl' | 'failed';
  readonly data: MapData;
}

/** The drawn map in place of the interactive one, and why. */
export default function StillMap({ reason, data }: Props) {
  const { t } = useTranslation();
  const { view, change } = useView();
  const { collections } = useAtlas();
  const { painted, rows } = useShown();
  const words = useMapWords();
  return (
    <div className={css.still} data-testid="still-map">
      <Notice>{t(reason === 'no_webgl' ? 'state.noWebGl' : 'state.mapFailed')}</Notice>
      <SvgMap
        level={view.level}
        areas={collections}
        rows={rows}
        layer={painted}
        theme={view.theme}
        selected={view.area}
        onSelect={(area) => change({ area })}
        coast={data.basemap?.coast ?? null}
        roads={data.roads}
        incidents={data.incidents}
        classLabel={words.of}
        labels={{
          map: t('map.label', { layer: words.name }),
          title: null,
          north: t('map.northLetter'),
          stamp: t('incidents.stamp'),
          area: (row) => [row.name, words.of(row)].filter((part) => part !== '').join(': '),
        }}
      />
    </div>
  );
}
