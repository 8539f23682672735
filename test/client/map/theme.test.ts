import {
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { PAINT_KEYS, type PaintKey, THEMES } from '../../../client/map/theme.ts';
import { THEME_NAMES } from '../../../client/view.ts';

const difference = differenceCiede2000();
const lab = converter('lab65');
const lightness = (colour: string): number => lab(colour)?.l ?? Number.NaN;

/** Severity 1 of Machado, Oliveira & Fernandes 2009, and full grey. */
const SIGHTS = {
  normal: (colour: string) => colour,
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
  greyscale: filterGrayscale(1),
};

const RAMPS: Readonly<Record<string, readonly PaintKey[]>> = {
  index: ['indexLow', 'indexMedium', 'indexHigh'],
  factor: ['factorAbsent', 'factorLimited', 'factorPresent', 'factorNamed', 'factorPrincipal'],
  coverage: ['coverageFirst', 'coverageSecond', 'coverageThird', 'coverageFourth'],
};

type Seen = Parameters<typeof difference>[0];

function leastDifference(colours: readonly string[], see: (colour: string) => Seen): number {
  const pairs = colours.flatMap((a, i) => colours.slice(i + 1).map((b) => [a, b] as const));
  return Math.min(...pairs.map(([a, b]) => difference(see(a), see(b))));
}

describe.each(THEME_NAMES)('the %s theme', (name) => {
  const theme = THEMES[name];

  it.each(Object.entries(SIGHTS))('keeps the classes of the index 9 apart: %s', (_, see) => {
    const colours = (RAMPS.index ?? []).map((key) => theme[key]);
    expect(leastDifference(colours, see)).toBeGreaterThanOrEqual(9);
  });

  it.each(Object.entries(SIGHTS))('keeps the two wordings of the police 9 apart without an order: %s', (sight, see) => {
    if (sight === 'greyscale') return;
    expect(leastDifference([theme.policeEntertainmentTrade, theme.policeAccessTourism], see)).toBeGreaterThanOrEqual(9);
  });

  it.each(Object.entries(SIGHTS))('keeps the bands of recorded cases 9 apart, the hidden one too: %s', (_, see) => {
    const colours = [theme.suppressed, theme.recordedEleven, theme.recordedTwenty];
    expect(leastDifference(colours, see)).toBeGreaterThanOrEqual(9);
  });

  it.each(Object.entries(SIGHTS))('never gives them a colour of the index or of a factor: %s', (sight, see) => {
    if (sight === 'greyscale') return;
    for (const band of [theme.recordedEleven, theme.recordedTwenty]) {
      for (const key of [...(RAMPS.index ?? []), ...(RAMPS.factor ?? [])]) {
        expect(difference(see(band), see(theme[key])), key).toBeGreaterThanOrEqual(9);
      }
    }
  });

  it('gives the two wordings nearly the same lightness, so that neither looks like more', () => {
    const gap = Math.abs(lightness(theme.policeEntertainmentTrade) - lightness(theme.policeAccessTourism));
    expect(gap).toBeLessThan(6);
  });

  it.each(Object.entries(RAMPS))('steps the %s ramp one way in lightness', (_, keys) => {
    const steps = keys.map((key) => lightness(theme[key]));
    const signs = steps.slice(1).map((step, i) => Math.sign(step - (steps[i] ?? Number.NaN)));
    expect(new Set(signs).size).toBe(1);
    const gaps = steps.slice(1).map((step, i) => Math.abs(step - (steps[i] ?? Number.NaN)));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7);
  });

  it('writes at 4.5 : 1 or better', () => {
    expect(wcagContrast(theme.label, theme.labelHalo)).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(theme.labelDetail, theme.labelHalo)).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(theme.placeLabel, theme.labelHalo)).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(theme.neighbourLabel, theme.land)).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(theme.clusterLabel, theme.incident)).toBeGreaterThanOrEqual(4.5);
  });

  it('draws borders, selection and incidents at 3 : 1 on what they lie on', () => {
    expect(wcagContrast(theme.selected, theme.selectedCasing)).toBeGreaterThanOrEqual(3);
    expect(wcagContrast(theme.incident, theme.incidentLine)).toBeGreaterThanOrEqual(3);
    expect(wcagContrast(theme.areaLine, theme.notAssessed)).toBeGreaterThanOrEqual(3);
  });

  it('has no colour of a ramp twice, and none that equals a way of not knowing', () => {
    const colours = PAINT_KEYS.map((key) => theme[key]);
    expect(new Set(colours).size).toBe(colours.length);
  });
});

it('takes the three classes of the day from ColorBrewer YlOrRd', () => {
  expect([THEMES.day.indexLow, THEMES.day.indexMedium, THEMES.day.indexHigh]).toEqual([
    '#ffeda0',
    '#feb24c',
    '#f03b20',
  ]);
});
