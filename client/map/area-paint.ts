import type { Strength } from '../../domain/evidence.ts';
import { type Factor, isFactor } from '../../domain/factor.ts';
import { METHOD_V1 } from '../../domain/method.ts';
import type { PoliceStatement } from '../../domain/police-statement.ts';
import type { Band } from '../../domain/privacy/band.ts';
import type { Reading } from '../../domain/reading.ts';
import type { CellKind } from '../../domain/risk/score-table.ts';
import type { AreaRow } from '../model.ts';
import type { LayerChoice } from '../view.ts';
import { type PaintKey, type Pattern, THEMES, type Theme } from './theme.ts';

/** What the areas are painted by. `plain`: by nothing, while cases lie on the map; a red index under them would read as their proof. */
export type PaintedLayer = LayerChoice | 'plain';

/** How one area is painted: its class in the legend, the colour of it, and what lies on the colour. */
export interface AreaPaint {
  readonly key: PaintKey;
  readonly fill: string;
  readonly pattern: Pattern;
}

const INDEX_KEY = { low: 'indexLow', medium: 'indexMedium', high: 'indexHigh' } as const;
const HATCH = { none: 'none', light: 'hatch_light', dense: 'hatch_dense' } as const;

const STRENGTH_KEY: Readonly<Record<Strength, PaintKey>> = {
  absent: 'factorAbsent',
  limited: 'factorLimited',
  present: 'factorPresent',
  named: 'factorNamed',
  principal: 'factorPrincipal',
};

const POLICE_KEY: Readonly<Record<PoliceStatement, PaintKey>> = {
  entertainment_trade: 'policeEntertainmentTrade',
  access_tourism: 'policeAccessTourism',
  not_mentioned: 'policeNotMentioned',
};

const RECORDED_KEY: Readonly<Record<Band, PaintKey>> = {
  '0-10': 'suppressed',
  '11-19': 'recordedEleven',
  '20+': 'recordedTwenty',
};

/** Half way between the points of neighbouring strengths (0 · 0.25 · 0.5 · 0.75 · 0.9): for measured readings. */
const STRENGTH_FROM: readonly (readonly [number, Strength])[] = [
  [0.825, 'principal'],
  [0.625, 'named'],
  [0.375, 'present'],
  [0.125, 'limited'],
  [0, 'absent'],
];

const COVERAGE_FROM: readonly (readonly [number, PaintKey])[] = [
  [0.75, 'coverageFourth'],
  [0.5, 'coverageThird'],
  [0.25, 'coverageSecond'],
  [0, 'coverageFirst'],
];

const EPSILON = 1e-9;

function strengthOf({ strength, interval }: Extract<Reading, { status: 'observed' }>): Strength {
  if (strength !== null) return strength;
  return STRENGTH_FROM.find(([from]) => interval.point >= from - EPSILON)?.[1] ?? 'absent';
}

function flat(key: PaintKey, theme: Theme): AreaPaint {
  return { key, fill: theme[key], pattern: 'none' };
}

function notAssessed(theme: Theme): AreaPaint {
  return { key: 'notAssessed', fill: theme.notAssessed, pattern: 'not_assessed' };
}

/** Legend class and pattern of a class of the index with its hatch. */
export function indexSign(kind: CellKind): Pick<AreaPaint, 'key' | 'pattern'> {
  if (kind.class === 'insufficient') return { key: 'insufficient', pattern: 'insufficient' };
  if (kind.class === 'not_assessed') return { key: 'notAssessed', pattern: 'not_assessed' };
  return { key: INDEX_KEY[kind.class], pattern: HATCH[kind.hatch] };
}

function indexPaint({ assessment }: AreaRow, theme: Theme): AreaPaint {
  const sign = indexSign(assessment.status === 'scored' ? assessment : { class: assessment.status, hatch: 'none' });
  return { ...sign, fill: theme[sign.key] };
}

function factorPaint({ readings }: AreaRow, factor: Factor, theme: Theme): AreaPaint {
  const reading = readings[factor];
  return reading.status === 'observed' ? flat(STRENGTH_KEY[strengthOf(reading)], theme) : notAssessed(theme);
}

function coveragePaint({ assessment: { coverage } }: AreaRow, theme: Theme): AreaPaint {
  if (coverage <= 0) return notAssessed(theme);
  const key = COVERAGE_FROM.find(([from]) => coverage >= from - EPSILON)?.[1] ?? 'coverageFirst';
  return flat(key, theme);
}

function bandPaint({ recorded }: AreaRow, theme: Theme): AreaPaint {
  if (recorded === undefined) return notAssessed(theme);
  const key = RECORDED_KEY[recorded];
  return { key, fill: theme[key], pattern: key === 'suppressed' ? 'suppressed' : 'none' };
}

/** The factor that a layer shows, or null when it shows none. */
export function factorOfLayer(layer: LayerChoice): Factor | null {
  const tag = layer.replace(/^factor:/, '');
  return isFactor(tag) ? tag : null;
}

/**
 * How an area is painted on a layer; map, legend, table swatch, SVG and print all ask here.
 * What is not known is never a colour of a ramp. Confidence is the density of the hatch.
 */
export function areaPaint(layer: PaintedLayer, row: AreaRow, theme: Theme): AreaPaint {
  switch (layer) {
    case 'index':
      return indexPaint(row, theme);
    case 'coverage':
      return coveragePaint(row, theme);
    case 'police':
      return row.policeStatement === null ? notAssessed(theme) : flat(POLICE_KEY[row.policeStatement], theme);
    case 'bands':
      return bandPaint(row, theme);
    case 'plain':
      return flat('plain', theme);
    default: {
      const factor = factorOfLayer(layer);
      return factor === null ? notAssessed(theme) : factorPaint(row, factor, theme);
    }
  }
}

/** The patterns that some area has on a layer: the others need not be drawn at all. */
export function patternsOf(layer: PaintedLayer, rows: readonly AreaRow[]): readonly Pattern[] {
  return [...new Set(rows.map((row) => areaPaint(layer, row, THEMES.day).pattern))];
}

export interface LegendEntry {
  readonly key: PaintKey;
  readonly fill: string;
  readonly pattern: Pattern;
  /** Areas painted so; 0 is listed too. */
  readonly count: number;
  /** Lower bound (in the class) and upper bound (of the next, but for the last): index 0..10, coverage 0..1. */
  readonly bounds: readonly [number, number] | null;
}

const [MEDIUM_FROM, HIGH_FROM] = METHOD_V1.classBreaks;

const BOUNDS: Readonly<Partial<Record<PaintKey, readonly [number, number]>>> = {
  indexLow: [0, MEDIUM_FROM],
  indexMedium: [MEDIUM_FROM, HIGH_FROM],
  indexHigh: [HIGH_FROM, 10],
  coverageFirst: [0, 0.25],
  coverageSecond: [0.25, 0.5],
  coverageThird: [0.5, 0.75],
  coverageFourth: [0.75, 1],
};

const UNKNOWN: readonly PaintKey[] = ['insufficient', 'notAssessed', 'suppressed'];

const PATTERN_OF_UNKNOWN: Readonly<Partial<Record<PaintKey, Pattern>>> = {
  insufficient: 'insufficient',
  notAssessed: 'not_assessed',
  suppressed: 'suppressed',
};

function classesOf(layer: LayerChoice): readonly PaintKey[] {
  switch (layer) {
    case 'index':
      return Object.values(INDEX_KEY);
    case 'coverage':
      return COVERAGE_FROM.map(([, key]) => key).reverse();
    case 'police':
      return Object.values(POLICE_KEY);
    case 'bands':
      return Object.values(RECORDED_KEY);
    default:
      return Object.values(STRENGTH_KEY);
  }
}

/** Every class of a layer, weakest first, then the three ways of not knowing, each with its count of areas. */
export function legendFor(layer: LayerChoice, rows: readonly AreaRow[], theme: Theme): readonly LegendEntry[] {
  const counts = new Map<PaintKey, number>();
  for (const row of rows) {
    const { key } = areaPaint(layer, row, theme);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Every kecamatan has a band: there is no other way of not knowing than the hidden one.
  const keys = layer === 'bands' ? classesOf(layer) : [...classesOf(layer), ...UNKNOWN];
  return keys.map((key) => ({
    key,
    fill: theme[key],
    pattern: PATTERN_OF_UNKNOWN[key] ?? 'none',
    count: counts.get(key) ?? 0,
    bounds: BOUNDS[key] ?? null,
  }));
}
