import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { layerName } from '../layer-name.ts';
import { layerText } from '../layer-text.ts';
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
  const format = useFormat();
  const { view, change } = useView();
  const { rows, collections } = useAtlas();
  return (
    <div className={css.still} data-testid="still-map">
      <Notice live>{t(reason === 'no_webgl' ? 'state.noWebGl' : 'state.mapFailed')}</Notice>
      <SvgMap
        level={view.level}
        areas={collections}
        rows={rows[view.level]}
        layer={view.layer}
        theme={view.theme}
        selected={view.area}
        onSelect={(area) => change({ area })}
        coast={data.basemap?.coast ?? null}
        roads={data.roads}
        incidents={data.incidents}
        classLabel={(row) => layerText(t, format, view.layer, row)}
        labels={{
          map: t('map.label', { layer: layerName(t, view.layer) }),
          title: null,
          north: t('map.northLetter'),
          stamp: t('incidents.stamp'),
          area: (row) => `${row.name}: ${layerText(t, format, view.layer, row)}`,
        }}
      />
    </div>
  );
}
