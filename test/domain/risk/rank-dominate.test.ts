import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTORS, type Factor } from '../../../domain/factor.ts';
import { METHOD_V1 } from '../../../domain/method.ts';
import { assess } from '../../../domain/risk/assess.ts';
import { dominate } from '../../../domain/risk/dominate.ts';
import { rankIntervals } from '../../../domain/risk/rank.ts';
import { readings, type Sketch } from '../readings-sketch.ts';

describe('rankIntervals', () => {
  it('orders what is apart and ties what overlaps or touches', () => {
    expect(
      rankIntervals([
        { low: 8, high: 9 },
        { low: 1, high: 2 },
        { low: 4, high: 5 },
      ]),
    ).toEqual([
      { low: 1, high: 1 },
      { low: 3, high: 3 },
      { low: 2, high: 2 },
    ]);
    expect(
      rankIntervals([
        { low: 5, high: 9 },
        { low: 1, high: 5 },
      ]),
    ).toEqual([
      { low: 1, high: 2 },
      { low: 1, high: 2 },
    ]);
    expect(rankIntervals([])).toEqual([]);
  });

  it('equals the count of who is surely before and after', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 40 }), (ranges) => {
        const wanted = ranges.map((me) => ({
          low: 1 + ranges.filter((other) => other.low > me.high).length,
          high: ranges.length - ranges.filter((other) => other.high < me.low).length,
        }));
        expect(rankIntervals(ranges)).toEqual(wanted);
      }),
    );
  });
});

const USED = FACTORS.slice(0, 3);

describe('dominate', () => {
  it('is certain only when every factor of one lies above every factor of the other', () => {
    const strong = readings({ entertainment: 'principal', trade: 'principal', inter_provincial_access: 'principal' });
    const weak = readings({ entertainment: 'limited', trade: 'limited', inter_provincial_access: 'absent' });
    expect(dominate(strong, weak, USED)).toBe('certain');
    expect(dominate(weak, strong, USED)).toBe('certain');
    expect(dominate(strong, readings({ entertainment: 'limited', trade: 'limited' }), USED)).toBe('tie');
  });

  it('depends on the weights when each leads in a factor', () => {
    expect(
      dominate(
        readings({ entertainment: 'named', trade: 'limited' }),
        readings({ entertainment: 'limited', trade: 'named' }),
        USED,
      ),
    ).toBe('weight_dependent');
  });

  it('is a tie when the points never change order', () => {
    expect(dominate(readings({ trade: 'named' }), readings({ trade: 'named' }), USED)).toBe('tie');
    expect(dominate(readings({ trade: 'named' }), readings({ trade: 'present' }), USED)).toBe('tie');
    expect(dominate(readings({}), readings({}), USED)).toBe('tie');
  });

  it('sees a factor that only one of them knows', () => {
    const a = readings({ trade: 'present', entertainment: 'principal' });
    const b = readings({ trade: 'named' });
    expect(dominate(a, b, USED)).toBe('weight_dependent');
  });

  it('agrees with a search over weight vectors', () => {
    const sketch = fc.dictionary(
      fc.constantFrom(...USED),
      fc.constantFrom('absent', 'limited', 'present', 'named', 'principal'),
      { minKeys: 1, maxKeys: 3 },
    );
    // 0.01 and 100 stand for a weight that is next to nothing or next to all
    const grid = [0.0001, 0.01, 1, 100, 10000];
    fc.assert(
      fc.property(sketch, sketch, (left, right) => {
        const [a, b] = [readings(left as Sketch), readings(right as Sketch)];
        let [above, below] = [false, false];
        for (const x of grid)
          for (const y of grid)
            for (const z of grid) {
              const weights = {
                ...METHOD_V1.weights,
                entertainment: x,
                trade: y,
                inter_provincial_access: z,
              } satisfies Record<Factor, number>;
              const result = assess(
                new Map([
                  ['a', a],
                  ['b', b],
                ]),
                { ...METHOD_V1, weights, coverageGate: 0 },
                USED,
              );
              const [pa, pb] = ['a', 'b'].map((code) => {
                const assessment = result.get(code);
                return assessment?.status === 'scored' ? assessment.score.point : Number.NaN;
              });
              if ((pa ?? 0) > (pb ?? 0) + 1e-6) above = true;
              if ((pb ?? 0) > (pa ?? 0) + 1e-6) below = true;
            }
        const verdict = dominate(a, b, USED);
        if (verdict !== 'certain') expect(verdict).toBe(above && below ? 'weight_dependent' : 'tie');
        expect(dominate(b, a, USED)).toBe(verdict);
      }),
      { numRuns: 60 },
    );
  });
});
