import type { TFunction } from 'i18next';
import type { Format } from './i18n/format.ts';
import type { LegendEntry } from './map/area-paint.ts';
import type { PaintKey } from './map/theme.ts';
import type { LayerChoice } from './view.ts';

/** The texts of bands come with their layer; what is plain has no class. */
type WordedElsewhere = 'recordedEleven' | 'recordedTwenty' | 'plain';

function isWordedElsewhere(key: PaintKey): key is WordedElsewhere {
  return key === 'recordedEleven' || key === 'recordedTwenty' || key === 'plain';
}

const TEXT_KEY = {
  notAssessed: 'class.not_assessed',
  insufficient: 'class.insufficient',
  suppressed: 'class.suppressed',
  indexLow: 'class.low',
  indexMedium: 'class.medium',
  indexHigh: 'class.high',
  factorAbsent: 'strength.absent',
  factorLimited: 'strength.limited',
  factorPresent: 'strength.present',
  factorNamed: 'strength.named',
  factorPrincipal: 'strength.principal',
  coverageFirst: 'legend.coverage',
  coverageSecond: 'legend.coverage',
  coverageThird: 'legend.coverage',
  coverageFourth: 'legend.coverage',
  policeEntertainmentTrade: 'police.entertainment_trade',
  policeAccessTourism: 'police.access_tourism',
  policeNotMentioned: 'police.not_mentioned',
} as const satisfies Record<Exclude<PaintKey, WordedElsewhere>, string>;

/** The name of a class in the legend; what the police statement does not speak of is not unknown. */
export function legendName(t: TFunction, entry: LegendEntry, layer: LayerChoice): string {
  if (isWordedElsewhere(entry.key)) return '';
  if (layer === 'police' && entry.key === 'notAssessed') return t('police.notApplicable');
  return t(TEXT_KEY[entry.key]);
}

/** The bounds of a class as text, or null when it has none. The last class is closed above. */
export function legendBounds(t: TFunction, format: Format, { key, bounds }: LegendEntry): string | null {
  if (bounds === null) return null;
  const coverage = key.startsWith('coverage');
  const write = (value: number): string => (coverage ? format.percent(value) : format.score(value));
  const closed = bounds[1] === (coverage ? 1 : 10);
  return t(closed ? 'legend.bounds' : 'legend.boundsBelow', { from: write(bounds[0]), to: write(bounds[1]) });
}
