import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTORS, type Factor } from '../../../domain/factor.ts';
import { EQUAL_WEIGHTS, METHOD_V1, type Method } from '../../../domain/method.ts';
import type { Readings } from '../../../domain/reading.ts';
import { assess, compareAssessments, factorsInUse } from '../../../domain/risk/assess.ts';
import { CELL_KINDS, classifyTable, scoreTable } from '../../../domain/risk/score-table.ts';
import { STRENGTH_INTERVAL } from '../../../domain/risk/strength.ts';
import { readings, type Sketch } from '../readings-sketch.ts';

const one = (code: string, sketch: Sketch, method: Method = METHOD_V1) => {
  const assessment = assess(new Map([[code, readings(sketch)]]), method, FACTORS).get(code);
  if (assessment === undefined) throw new Error('no assessment');
  return assessment;
};

describe('assess, checked by hand', () => {
  it('Barat: five of six known', () => {
    // points 9 + 9 + 7.5 + 5 + 9 = 39.5 over 5 = 7.9; low 7.5 + 7.5 + 5 + 2.5 + 7.5 = 30 over 6 = 5;
    // high 10 + 10 + 10 + 7.5 + 10, and 10 for what is unknown = 57.5 over 6
    const barat = one('64.71.02', {
      trade: 'principal',
      inter_provincial_access: 'principal',
      nature_tourism: 'named',
      rdmp_workers: 'present',
      ikn_gateway: 'principal',
    });
    expect(barat).toMatchObject({
      status: 'scored',
      class: 'high',
      classLow: 'medium',
      classHigh: 'high',
      hatch: 'light',
    });
    if (barat.status !== 'scored') return;
    expect(barat.score.point).toBeCloseTo(7.9, 9);
    expect(barat.score.low).toBeCloseTo(5, 9);
    expect(barat.score.high).toBeCloseTo(57.5 / 6, 9);
    expect(barat.coverage).toBeCloseTo(5 / 6, 9);
    expect(Object.values(barat.contributions).reduce((a, b) => a + b, 0)).toBeCloseTo(7.9, 9);
  });

  it('Tengah: three of six known, exactly at the gate', () => {
    // points 7.5 + 7.5 + 2.5 = 17.5 over 3; low 5 + 5 + 0 over 6; high 10 + 10 + 5 + 30 over 6
    const tengah = one('64.71.04', { entertainment: 'named', trade: 'named', rdmp_workers: 'limited' });
    expect(tengah).toMatchObject({
      status: 'scored',
      class: 'medium',
      classLow: 'low',
      classHigh: 'high',
      hatch: 'dense',
      coverage: 0.5,
    });
    if (tengah.status !== 'scored') return;
    expect(tengah.score.point).toBeCloseTo(17.5 / 3, 9);
    expect(tengah.score.low).toBeCloseTo(10 / 6, 9);
    expect(tengah.score.high).toBeCloseTo(55 / 6, 9);
  });

  it('under the gate it says not enough data, with nothing not assessed, and neither has a rank', () => {
    expect(one('a', { trade: 'principal', ikn_gateway: 'principal' })).toMatchObject({
      status: 'insufficient',
      bounds: { low: 2.5 },
    });
    const nothing = one('a', {});
    expect(nothing).toMatchObject({ status: 'not_assessed', coverage: 0, knownFactors: [] });
    expect(nothing.bounds.low).toBe(0);
    expect(nothing.bounds.high).toBeCloseTo(10, 9);
    expect(nothing).not.toHaveProperty('rank');
    expect(nothing).not.toHaveProperty('score');
  });

  it('a factor with weight 0 is neither known nor missing', () => {
    const weights = { ...EQUAL_WEIGHTS, trade: 0, ikn_gateway: 0, rdmp_workers: 0 };
    const area = one(
      'a',
      { trade: 'principal', entertainment: 'limited', nature_tourism: 'limited' },
      { ...METHOD_V1, weights },
    );
    expect(area).toMatchObject({
      status: 'scored',
      score: { point: 2.5 },
      knownFactors: ['entertainment', 'nature_tourism'],
      unknownFactors: ['inter_provincial_access'],
    });
  });

  it('lists by point, then code, scored first', () => {
    const all = assess(
      new Map([
        ['b', readings({ trade: 'named', entertainment: 'named', ikn_gateway: 'named' })],
        ['a', readings({ trade: 'named', entertainment: 'named', ikn_gateway: 'named' })],
        ['d', readings({})],
        ['c', readings({ trade: 'principal', entertainment: 'principal', ikn_gateway: 'principal' })],
      ]),
      METHOD_V1,
      FACTORS,
    );
    expect([...all.values()].sort(compareAssessments).map((a) => a.code)).toEqual(['c', 'a', 'b', 'd']);
  });
});

describe('factorsInUse', () => {
  it('leaves out a factor that no district has', () => {
    expect(factorsInUse([readings({ trade: 'named' }), readings({ entertainment: 'limited' })])).toEqual([
      'entertainment',
      'trade',
    ]);
  });
});

const sketches = fc.array(
  fc.dictionary(fc.constantFrom(...FACTORS), fc.constantFrom('limited', 'present', 'named', 'principal', 'absent'), {
    maxKeys: 6,
  }),
  { minLength: 1, maxLength: 30 },
);
const weightVectors = fc
  .tuple(...FACTORS.map(() => fc.integer({ min: 0, max: 10 })))
  .filter((w) => w.some((x) => x > 0))
  .map((w) => Object.fromEntries(FACTORS.map((factor, i) => [factor, w[i] ?? 0])) as Record<Factor, number>);

describe('invariants', () => {
  it('permuting the areas permutes the result', () => {
    fc.assert(
      fc.property(sketches, weightVectors, (list, weights) => {
        const entries = list.map((sketch, i): [string, Readings] => [`a${i}`, readings(sketch as Sketch)]);
        const forward = assess(new Map(entries), { ...METHOD_V1, weights }, FACTORS);
        const backward = assess(new Map([...entries].reverse()), { ...METHOD_V1, weights }, FACTORS);
        for (const [code] of entries) expect(backward.get(code)).toEqual(forward.get(code));
      }),
    );
  });

  it('the point lies inside its range and the rank interval inside 1..n', () => {
    fc.assert(
      fc.property(sketches, weightVectors, (list, weights) => {
        const map = new Map(list.map((sketch, i): [string, Readings] => [`a${i}`, readings(sketch as Sketch)]));
        const scored = [...assess(map, { ...METHOD_V1, weights }, FACTORS).values()].flatMap((a) =>
          a.status === 'scored' ? [a] : [],
        );
        expect(scored.length === 1 ? scored[0]?.rank : null).toBeNull();
        for (const { score, rank } of scored) {
          expect(score.low - 1e-9).toBeLessThanOrEqual(score.point);
          expect(score.point).toBeLessThanOrEqual(score.high + 1e-9);
          if (rank === null) continue;
          expect(rank.low).toBeGreaterThanOrEqual(1);
          expect(rank.low).toBeLessThanOrEqual(rank.high);
          expect(rank.high).toBeLessThanOrEqual(scored.length);
        }
      }),
    );
  });

  it('the table of the map gives the same classes and hatches', () => {
    fc.assert(
      fc.property(sketches, weightVectors, (list, weights) => {
        const map = new Map(list.map((sketch, i): [string, Readings] => [`a${i}`, readings(sketch as Sketch)]));
        const method = { ...METHOD_V1, weights };
        const table = scoreTable(map, FACTORS);
        const kinds = classifyTable(table, method, new Uint8Array(map.size));
        const assessments = assess(map, method, FACTORS);
        for (const [i, code] of table.codes.entries()) {
          const assessment = assessments.get(code);
          const wanted =
            assessment?.status === 'scored'
              ? { class: assessment.class, hatch: assessment.hatch }
              : { class: assessment?.status, hatch: 'none' };
          expect(CELL_KINDS[kinds[i] ?? 255]).toEqual(wanted);
        }
      }),
    );
  });
});

describe('STRENGTH_INTERVAL', () => {
  it('is ordered in every bound', () => {
    const values = Object.values(STRENGTH_INTERVAL);
    for (const [i, next] of values.entries()) {
      const before = values[i - 1];
      if (before === undefined) continue;
      expect(next.point).toBeGreaterThan(before.point);
      expect(next.low).toBeGreaterThanOrEqual(before.low);
      expect(next.high).toBeGreaterThanOrEqual(before.high);
    }
  });
});
