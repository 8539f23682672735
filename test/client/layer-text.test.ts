import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../client/i18n/format.ts';
import { layerText } from '../../client/layer-text.ts';
import { type AreaGiven, assessRows, readEvidence } from '../../client/model.ts';
import { METHOD_V1 } from '../../domain/method.ts';
import { evidence } from './evidence-fixture.ts';

const facts = { areaKm2: 10, population: null, populationYear: null, populationSource: null, densityPerKm2: null };
const AREAS: readonly AreaGiven[] = [
  {
    code: '64.71.02',
    level: 'kecamatan',
    name: 'Barat',
    parentCode: '64.71',
    policeStatement: 'access_tourism',
    ...facts,
  },
  {
    code: '64.71.02.1002',
    level: 'kelurahan',
    name: 'Baru Ulu',
    parentCode: '64.71.02',
    policeStatement: null,
    ...facts,
  },
];
const ROWS = assessRows(AREAS, readEvidence(AREAS, [evidence({ id: 'EV001' })], 'C', '2026-11-24'), METHOD_V1);

/** The key instead of the text. */
const t = ((key: string) => key) as unknown as TFunction;
const say = (level: 'kecamatan' | 'kelurahan', layer: Parameters<typeof layerText>[2]) => {
  const [row] = ROWS[level];
  return row === undefined ? null : layerText(t, formatOf('en'), layer, row);
};

describe('what a layer says of an area', () => {
  it('is what its colour says, not the class of the index', () => {
    expect(say('kecamatan', 'factor:trade')).toBe('strength.named');
    expect(say('kecamatan', 'police')).toBe('police.short_access_tourism');
    expect(say('kecamatan', 'coverage')).toBe('100%');
    expect(say('kecamatan', 'index')).toContain('class.');
  });

  it('is "not assessed" wherever nothing is known, never a low value', () => {
    expect(say('kecamatan', 'factor:entertainment')).toBe('class.not_assessed');
    for (const layer of ['index', 'factor:trade', 'coverage'] as const) {
      expect(say('kelurahan', layer)).toBe('class.not_assessed');
    }
    expect(say('kelurahan', 'police')).toBe('police.notApplicable');
  });
});
