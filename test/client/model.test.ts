import { describe, expect, it } from 'vitest';
import {
  type AreaGiven,
  assessRows,
  changesBetween,
  countDominance,
  readEvidence,
  usableWeights,
} from '../../client/model.ts';
import { isOldEvidence } from '../../client/old-evidence.ts';
import { DEFAULT_WEIGHTS, weightsOf } from '../../client/view.ts';
import { EQUAL_WEIGHTS, METHOD_V1 } from '../../domain/method.ts';
import { evidence } from './evidence-fixture.ts';

const AS_OF = '2026-11-24';

function area(code: string, level: AreaGiven['level'], name: string): AreaGiven {
  const facts = { areaKm2: 10, population: null, populationYear: null, populationSource: null, densityPerKm2: null };
  return { code, level, name, parentCode: code.split('.').slice(0, -1).join('.'), policeStatement: null, ...facts };
}

const AREAS = [
  area('64.71.01', 'kecamatan', 'Timur'),
  area('64.71.02', 'kecamatan', 'Barat'),
  area('64.71.03', 'kecamatan', 'Utara'),
  area('64.71.02.1002', 'kelurahan', 'Baru Ulu'),
];

const EVIDENCE = [
  evidence({ id: 'EV001', areaCode: '64.71.02', factor: 'trade', strength: 'principal' }),
  evidence({ id: 'EV002', areaCode: '64.71.02', factor: 'ikn_gateway', strength: 'named', grade: 'C' }),
  evidence({ id: 'EV003', areaCode: '64.71.01', factor: 'trade', strength: 'present' }),
  evidence({ id: 'EV004', areaCode: '64.71.01', factor: 'ikn_gateway', strength: 'principal', grade: 'C' }),
];

function rowsFor(minimumGrade: 'B' | 'C', weights = EQUAL_WEIGHTS) {
  const read = readEvidence(AREAS, EVIDENCE, minimumGrade, AS_OF);
  return { read, rows: assessRows(AREAS, read, { ...METHOD_V1, minimumGrade, weights }) };
}

const pointsOf = (rows: ReturnType<typeof rowsFor>['rows']) =>
  rows.kecamatan.map(({ name, assessment }) => [name, assessment.status === 'scored' ? assessment.score.point : null]);

describe('rows of the page', () => {
  it('come in list order, areas without a score last and without a point', () => {
    // (9 + 7.5) / 2 and (5 + 9) / 2
    expect(pointsOf(rowsFor('C').rows)).toEqual([
      ['Barat', 8.25],
      ['Timur', 7],
      ['Utara', null],
    ]);
  });

  it('keep a kecamatan row out of its kelurahan', () => {
    expect(rowsFor('C').rows.kelurahan[0]?.assessment.status).toBe('not_assessed');
  });

  it('are the same for the equal weights of the page and of the method', () => {
    expect(pointsOf(rowsFor('C', DEFAULT_WEIGHTS).rows)).toEqual(pointsOf(rowsFor('C').rows));
  });

  it('change their order when a weight moves', () => {
    const weights = weightsOf((factor) => (factor === 'ikn_gateway' ? 10 : 1));
    expect(pointsOf(rowsFor('C', weights).rows)[0]?.[0]).toBe('Timur');
  });

  it('name what a stricter grade changes, and nothing else', () => {
    const changes = changesBetween(rowsFor('C').rows.kecamatan, rowsFor('B').rows.kecamatan);
    expect(changes.map(({ name }) => name)).toEqual(['Barat', 'Timur']);
    expect(changesBetween(rowsFor('C').rows.kecamatan, rowsFor('C').rows.kecamatan)).toEqual([]);
  });

  it('fall back on the weights of the method when only unread factors have weight', () => {
    const { read } = rowsFor('C');
    const onlyUnread = weightsOf((factor) => (factor === 'nature_tourism' ? 5 : 0));
    expect(usableWeights(onlyUnread, read.factors, EQUAL_WEIGHTS)).toBe(EQUAL_WEIGHTS);
    expect(usableWeights(DEFAULT_WEIGHTS, read.factors, EQUAL_WEIGHTS)).toBe(DEFAULT_WEIGHTS);
  });

  it('count the pairs of scored areas once', () => {
    const { rows, read } = rowsFor('C');
    expect(countDominance(rows.kecamatan, read.factors)).toEqual({ certain: 0, weight_dependent: 1, tie: 0 });
  });
});

describe('old evidence', () => {
  it('is older than 36 months at the date of the edition; undated is not old', () => {
    expect(isOldEvidence(evidence({ sourceDate: '2023-11-23' }), AS_OF)).toBe(true);
    expect(isOldEvidence(evidence({ sourceDate: '2023-11-24' }), AS_OF)).toBe(false);
    expect(isOldEvidence(evidence({ sourceDate: '2011', direction: 'neutral', strength: null }), AS_OF)).toBe(true);
    expect(isOldEvidence(evidence({ sourceDate: null }), AS_OF)).toBe(false);
  });
});
