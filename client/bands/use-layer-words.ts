import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { layerName } from '../layer-name.ts';
import { layerText } from '../layer-text.ts';
import { legendName } from '../legend-text.ts';
import type { LegendEntry } from '../map/area-paint.ts';
import type { AreaRow } from '../model.ts';
import { useShown } from './shown.tsx';

export interface LayerWords {
  readonly name: string;
  /** What the layer must not be taken for. */
  readonly caution: string;
  readonly of: (row: AreaRow) => string;
  readonly className: (entry: LegendEntry) => string;
}

/** The words of the layer that is shown; the same object while it says the same. */
export function useLayerWords(): LayerWords {
  const { t } = useTranslation();
  const format = useFormat();
  const { layer, bands } = useShown();
  return useMemo(
    () =>
      bands?.words ?? {
        name: layerName(t, layer),
        caution: t('legend.notCount'),
        of: (row) => layerText(t, format, layer, row),
        className: (entry) => legendName(t, entry, layer),
      },
    [t, format, layer, bands],
  );
}
