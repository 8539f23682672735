import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaRow } from '../model.ts';
import { useView } from '../use-view.tsx';
import { useShown } from './shown.tsx';
import { useLayerWords } from './use-layer-words.ts';

/** What the map itself says it shows. */
export interface MapWords {
  readonly name: string;
  /** What it must not be taken for. */
  readonly caution: string;
  /** The line under the name of an area; empty for none. */
  readonly of: (row: AreaRow) => string;
}

const nothing = (): string => '';

/** The words of the layer, or those of the cases on the map, under which no layer is painted. */
export function useMapWords(): MapWords {
  const { t } = useTranslation();
  const { view } = useView();
  const { painted } = useShown();
  const words = useLayerWords();
  const training = view.incidents?.set === 'training';
  return useMemo(() => {
    if (painted !== 'plain') return words;
    return {
      name: t(training ? 'map.trainingTitle' : 'map.recordedTitle'),
      caution: t(training ? 'map.trainingCaution' : 'map.recordedCaution'),
      of: nothing,
    };
  }, [t, painted, words, training]);
}
