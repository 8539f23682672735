import { describe, expect, it } from 'vitest';
import { areaPaint, legendFor } from '../../../client/map/area-paint.ts';
import { THEMES } from '../../../client/map/theme.ts';
import { LAYER_CHOICES } from '../../../client/view.ts';
import { areaRow, observed } from './area-row.ts';

const DAY = THEMES.day;
const keyOf = (...args: Parameters<typeof areaPaint>) => areaPaint(...args).key;

describe('areaPaint of the index', () => {
  it('colours by the class of the point and hatches by the width of the range', () => {
    expect(areaPaint('index', areaRow({ status: 'high', hatch: 'light' }), DAY)).toEqual({
      key: 'indexHigh',
      fill: '#f03b20',
      pattern: 'hatch_light',
    });
    expect(areaPaint('index', areaRow({ status: 'low', hatch: 'none' }), DAY).pattern).toBe('none');
    expect(areaPaint('index', areaRow({ status: 'medium', hatch: 'dense' }), DAY).pattern).toBe('hatch_dense');
  });

  it('gives what is not known a fill outside the ramp', () => {
    expect(areaPaint('index', areaRow({ status: 'insufficient', coverage: 0.25 }), DAY)).toEqual({
      key: 'insufficient',
      fill: DAY.insufficient,
      pattern: 'insufficient',
    });
    expect(areaPaint('index', areaRow(), DAY)).toEqual({
      key: 'notAssessed',
      fill: '#ffffff',
      pattern: 'not_assessed',
    });
  });
});

describe('areaPaint of a factor', () => {
  it('colours an observed reading by its strength', () => {
    const row = areaRow({ readings: { trade: observed('named', 0.75) } });
    expect(keyOf('factor:trade', row, DAY)).toBe('factorNamed');
    expect(keyOf('factor:entertainment', row, DAY)).toBe('notAssessed');
  });

  it.each([
    [0, 'factorAbsent'],
    [0.124, 'factorAbsent'],
    [0.125, 'factorLimited'],
    [0.375, 'factorPresent'],
    [0.625, 'factorNamed'],
    [0.825, 'factorPrincipal'],
    [1, 'factorPrincipal'],
  ])('colours a measured %d by the nearest strength', (point, key) => {
    const row = areaRow({ readings: { trade: observed(null, point) } });
    expect(keyOf('factor:trade', row, DAY)).toBe(key);
  });

  it('takes a measured absence for a value, not for not knowing', () => {
    const row = areaRow({ readings: { trade: observed('absent', 0) } });
    expect(areaPaint('factor:trade', row, DAY)).toEqual({
      key: 'factorAbsent',
      fill: DAY.factorAbsent,
      pattern: 'none',
    });
  });
});

describe('areaPaint of coverage and of the police statement', () => {
  it.each([
    [0, 'notAssessed'],
    [0.01, 'coverageFirst'],
    [0.25, 'coverageSecond'],
    [0.5, 'coverageThird'],
    [0.75, 'coverageFourth'],
    [1, 'coverageFourth'],
  ])('coverage %d is %s', (coverage, key) => {
    expect(keyOf('coverage', areaRow({ coverage }), DAY)).toBe(key);
  });

  it('has three wordings for kecamatan and none for kelurahan', () => {
    expect(keyOf('police', areaRow({ police: 'access_tourism' }), DAY)).toBe('policeAccessTourism');
    expect(keyOf('police', areaRow({ police: 'not_mentioned' }), DAY)).toBe('policeNotMentioned');
    expect(areaPaint('police', areaRow({ police: null }), DAY).pattern).toBe('not_assessed');
  });
});

describe('legendFor', () => {
  const rows = [
    areaRow({ code: 'a', status: 'high', hatch: 'light', coverage: 1 }),
    areaRow({ code: 'b', status: 'high', hatch: 'dense', coverage: 0.5, police: 'not_mentioned' }),
    areaRow({ code: 'c', status: 'insufficient', coverage: 0.25, readings: { trade: observed('limited', 0.25) } }),
    areaRow({ code: 'd' }),
  ];

  it.each(LAYER_CHOICES)(
    '%s lists every class with the three ways of not knowing, and counts every area once',
    (layer) => {
      const legend = legendFor(layer, rows, DAY);
      expect(legend.slice(-3).map(({ key }) => key)).toEqual(['insufficient', 'notAssessed', 'suppressed']);
      expect(legend.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      for (const row of rows) {
        const { key, fill } = areaPaint(layer, row, DAY);
        expect(legend.find((entry) => entry.key === key)?.fill).toBe(fill);
      }
    },
  );

  it('counts areas by class whatever their hatch, and gives the bounds of the method', () => {
    const high = legendFor('index', rows, DAY).find(({ key }) => key === 'indexHigh');
    expect(high).toEqual({ key: 'indexHigh', fill: '#f03b20', pattern: 'none', count: 2, bounds: [20 / 3, 10] });
  });

  it('has the fills of the theme it is asked for', () => {
    const night = legendFor('coverage', rows, THEMES.night);
    expect(night.find(({ key }) => key === 'coverageFourth')?.fill).toBe(THEMES.night.coverageFourth);
  });
});

describe('the layer of recorded cases', () => {
  const rows = [
    { ...areaRow({ code: 'a', status: 'high' }), recorded: '0-10' as const },
    { ...areaRow({ code: 'b', status: 'low' }), recorded: '11-19' as const },
    { ...areaRow({ code: 'c' }), recorded: '20+' as const },
    { ...areaRow({ code: 'd' }), recorded: '0-10' as const },
  ];

  it('hides the lowest band with the fill of what is hidden, whatever the class of the index', () => {
    expect(rows.map((row) => areaPaint('bands', row, DAY))).toEqual([
      { key: 'suppressed', fill: DAY.suppressed, pattern: 'suppressed' },
      { key: 'recordedEleven', fill: DAY.recordedEleven, pattern: 'none' },
      { key: 'recordedTwenty', fill: DAY.recordedTwenty, pattern: 'none' },
      { key: 'suppressed', fill: DAY.suppressed, pattern: 'suppressed' },
    ]);
  });

  it('has three bands in its legend and counts every area once', () => {
    const legend = legendFor('bands', rows, DAY);
    expect(legend.map(({ key, count, pattern }) => [key, count, pattern])).toEqual([
      ['suppressed', 2, 'suppressed'],
      ['recordedEleven', 1, 'none'],
      ['recordedTwenty', 1, 'none'],
    ]);
  });

  it('knows nothing of an area that has no band', () => {
    expect(areaPaint('bands', areaRow({ status: 'high' }), DAY).pattern).toBe('not_assessed');
  });
});

describe('under cases', () => {
  it('every area is alike, by day and by night', () => {
    const rows = [areaRow({ code: 'a', status: 'high' }), areaRow({ code: 'b' })];
    for (const row of rows)
      expect(areaPaint('plain', row, DAY)).toEqual({ key: 'plain', fill: DAY.plain, pattern: 'none' });
    expect(new Set([DAY.plain, THEMES.night.plain]).size).toBe(2);
  });
});
