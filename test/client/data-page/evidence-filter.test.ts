import { describe, expect, it } from 'vitest';
import { filterEvidence, NO_FILTER } from '../../../client/data-page/evidence-filter.ts';
import { evidence } from '../evidence-fixture.ts';

describe('the filter of the evidence table', () => {
  const rows = [
    evidence({ id: 'EV001', areaCode: '64.71.02', factor: 'trade', grade: 'B', finding: 'Pasar Pandansari ramai' }),
    evidence({ id: 'EV002', areaCode: '64.71.02.1002', factor: 'trade', grade: 'C', findingEn: 'A busy pier' }),
    evidence({ id: 'EV003', areaCode: '64.71.05', factor: 'entertainment', grade: 'B' }),
  ];
  const idsOf = (filter: Partial<typeof NO_FILTER>) =>
    filterEvidence(rows, { ...NO_FILTER, ...filter }).map(({ id }) => id);

  it('shows all rows when nothing is asked', () => {
    expect(idsOf({})).toEqual(['EV001', 'EV002', 'EV003']);
  });

  it('takes the kelurahan along with their kecamatan, and not the other way round', () => {
    expect(idsOf({ area: '64.71.02' })).toEqual(['EV001', 'EV002']);
    expect(idsOf({ area: '64.71.02.1002' })).toEqual(['EV002']);
  });

  it('finds every word, in either language and in any case', () => {
    expect(idsOf({ text: 'PASAR ramai' })).toEqual(['EV001']);
    expect(idsOf({ text: 'busy' })).toEqual(['EV002']);
    expect(idsOf({ text: 'pasar busy' })).toEqual([]);
  });

  it('joins its parts with "and"', () => {
    expect(idsOf({ factor: 'trade', grade: 'B' })).toEqual(['EV001']);
  });
});
