import { describe, expect, it } from 'vitest';
import { type AreaGiven, assessRows, readEvidence } from '../../../client/model.ts';
import { LIST_ORDER, sortRows } from '../../../client/panels/table-sort.ts';
import { METHOD_V1 } from '../../../domain/method.ts';
import { evidence } from '../evidence-fixture.ts';

function area(code: string, name: string, policeStatement: AreaGiven['policeStatement']): AreaGiven {
  const facts = { areaKm2: 10, population: null, populationYear: null, populationSource: null, densityPerKm2: null };
  return { code, level: 'kecamatan', name, parentCode: '64.71', policeStatement, ...facts };
}

const AREAS = [
  area('64.71.01', 'Timur', 'access_tourism'),
  area('64.71.02', 'Barat', 'not_mentioned'),
  area('64.71.03', 'Utara', 'entertainment_trade'),
];
const READ = readEvidence(
  AREAS,
  [
    evidence({ id: 'EV001', areaCode: '64.71.01', factor: 'trade', strength: 'present' }),
    evidence({ id: 'EV002', areaCode: '64.71.02', factor: 'trade', strength: 'principal' }),
    evidence({ id: 'EV003', areaCode: '64.71.02', factor: 'ikn_gateway', strength: 'limited' }),
    evidence({ id: 'EV004', areaCode: '64.71.03', factor: 'ikn_gateway', strength: 'principal' }),
  ],
  'C',
  '2026-11-24',
);
const ROWS = assessRows(AREAS, READ, METHOD_V1).kecamatan;
const namesBy = (...[sorting, layer = 'index']: [Parameters<typeof sortRows>[1], Parameters<typeof sortRows>[2]?]) =>
  sortRows(ROWS, sorting, layer).map(({ name }) => name);

describe('sorting the table', () => {
  it('keeps list order at first: by point, highest first', () => {
    expect(namesBy(LIST_ORDER)).toEqual(['Utara', 'Barat', 'Timur']);
    expect(namesBy({ column: 'rank', descending: true })).toEqual(['Timur', 'Barat', 'Utara']);
  });

  it('sorts by name, by completeness, and by what the layer shows', () => {
    expect(namesBy({ column: 'name', descending: false })).toEqual(['Barat', 'Timur', 'Utara']);
    expect(namesBy({ column: 'coverage', descending: true })[0]).toBe('Barat');
    expect(namesBy({ column: 'layer', descending: true }, 'factor:trade')).toEqual(['Barat', 'Timur', 'Utara']);
    expect(namesBy({ column: 'layer', descending: false }, 'police')).toEqual(['Utara', 'Timur', 'Barat']);
  });
});
