import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../domain/interval.ts';
import { type Framework, type IndicatorValues, scorer } from '../../../domain/risk/score.ts';

const score = (framework: Framework, values: IndicatorValues) => scorer(framework)(values);

const exact = (point: number): Interval => ({ low: point, point, high: point });

const value = fc.double({ min: 0, max: 10, noNaN: true });
const weight = fc.double({ min: 0.1, max: 5, noNaN: true });
const interval = fc
  .tuple(value, value, value)
  .map((three) => three.sort((a, b) => a - b))
  .map(([low = 0, point = 0, high = 0]): Interval => ({ low, point, high }));

/** Two dimensions, three factors, of which the first has two indicators. */
const IDS = ['a1', 'a2', 'b', 'c'] as const;
const frameworks = fc
  .tuple(
    fc.tuple(weight, weight, weight, weight, weight, weight, weight),
    fc.constantFrom('arithmetic', 'shifted_geometric'),
  )
  .map(
    ([w, aggregation]): Framework => ({
      aggregation: aggregation === 'arithmetic' ? 'arithmetic' : 'shifted_geometric',
      coverageGate: 0,
      dimensions: [
        {
          id: 'one',
          weight: w[0],
          factors: [
            {
              id: 'a',
              weight: w[1],
              indicators: [
                { id: 'a1', weight: w[2] },
                { id: 'a2', weight: w[3] },
              ],
            },
            { id: 'b', weight: w[4], indicators: [{ id: 'b', weight: 1 }] },
          ],
        },
        { id: 'two', weight: w[5], factors: [{ id: 'c', weight: w[6], indicators: [{ id: 'c', weight: 1 }] }] },
      ],
    }),
  );
const full = fc
  .tuple(interval, interval, interval, interval)
  .map((v) => Object.fromEntries(IDS.map((id, i) => [id, v[i]])) as Record<string, Interval>);

const pointOf = (framework: Framework, values: IndicatorValues) => score(framework, values).point ?? Number.NaN;

describe('invariants of METHODS §1.7', () => {
  it('is monotone in every value', () => {
    fc.assert(
      fc.property(frameworks, full, fc.constantFrom(...IDS), value, (framework, values, id, raised) => {
        const old = values[id]?.point ?? 0;
        const higher = { ...values, [id]: exact(Math.max(old, raised)) };
        expect(pointOf(framework, higher)).toBeGreaterThanOrEqual(
          pointOf(framework, { ...values, [id]: exact(old) }) - 1e-9,
        );
      }),
    );
  });

  it('lies between the lowest and the highest dimension, equals them when equal, and geometric ≤ arithmetic', () => {
    fc.assert(
      fc.property(frameworks, full, value, (framework, values, same) => {
        const result = score(framework, values);
        const points = result.dimensions.map((d) => d.point ?? Number.NaN);
        expect(result.point).toBeGreaterThanOrEqual(Math.min(...points) - 1e-9);
        expect(result.point).toBeLessThanOrEqual(Math.max(...points) + 1e-9);
        expect(pointOf(framework, Object.fromEntries(IDS.map((id) => [id, exact(same)])))).toBeCloseTo(same, 9);
        const geometric = pointOf({ ...framework, aggregation: 'shifted_geometric' }, values);
        expect(geometric).toBeLessThanOrEqual(pointOf({ ...framework, aggregation: 'arithmetic' }, values) + 1e-9);
      }),
    );
  });

  it('does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(frameworks, full, fc.double({ min: 0.01, max: 100, noNaN: true }), (framework, values, c) => {
        const scaled: Framework = {
          ...framework,
          dimensions: framework.dimensions.map((d) => ({
            ...d,
            weight: d.weight * c,
            factors: d.factors.map((f) => ({
              ...f,
              weight: f.weight * c,
              indicators: f.indicators.map((i) => ({ ...i, weight: i.weight * c })),
            })),
          })),
        };
        expect(pointOf(scaled, values)).toBeCloseTo(pointOf(framework, values), 9);
      }),
    );
  });

  it('contributions are non-negative and sum to the score', () => {
    fc.assert(
      fc.property(frameworks, full, fc.subarray([...IDS]), (framework, values, unknown) => {
        const partial = { ...values, ...Object.fromEntries(unknown.map((id) => [id, null])) };
        const result = score(framework, partial);
        if (result.point === null) {
          expect(result.contributions).toEqual({});
          return;
        }
        const shares = Object.values(result.contributions);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(shares.reduce((a, b) => a + b, 0) - result.point)).toBeLessThan(1e-9);
      }),
    );
  });

  it('making a value unknown gives bounds that contain the old and the new score, and shows in the coverage', () => {
    fc.assert(
      fc.property(frameworks, full, fc.constantFrom('a1', 'a2', 'b'), (framework, values, id) => {
        const before = score(framework, values);
        const after = score(framework, { ...values, [id]: null });
        expect(after.coverage).toBeLessThan(before.coverage);
        for (const point of [before.point, after.point]) {
          expect(point).toBeGreaterThanOrEqual(after.low - 1e-9);
          expect(point).toBeLessThanOrEqual(after.high + 1e-9);
        }
      }),
    );
  });

  it('unknown is not 0', () => {
    fc.assert(
      fc.property(frameworks, full, fc.constantFrom(...IDS), (framework, values, id) => {
        const unknown = score(framework, { ...values, [id]: null });
        const zero = score(framework, { ...values, [id]: exact(0) });
        expect([unknown.point, unknown.coverage, unknown.status]).not.toEqual([zero.point, zero.coverage, zero.status]);
      }),
    );
  });

  it('bounds are exact: they are reached when the unknown is 0 and 10', () => {
    fc.assert(
      fc.property(frameworks, full, fc.constantFrom(...IDS), (framework, values, id) => {
        const open = score(framework, { ...values, [id]: null });
        const at = (end: 'low' | 'high', missing: number) =>
          pointOf(
            framework,
            Object.fromEntries(IDS.map((i) => [i, exact(i === id ? missing : (values[i]?.[end] ?? 0))])),
          );
        expect(open.low).toBeCloseTo(at('low', 0), 9);
        expect(open.high).toBeCloseTo(at('high', 10), 9);
      }),
    );
  });
});

describe('weights', () => {
  const framework = (a: number, b: number): Framework => ({
    aggregation: 'arithmetic',
    coverageGate: 0.5,
    dimensions: [
      {
        id: 'd',
        weight: 1,
        factors: [
          { id: 'a', weight: a, indicators: [{ id: 'a', weight: 1 }] },
          { id: 'b', weight: b, indicators: [{ id: 'b', weight: 1 }] },
        ],
      },
    ],
  });

  it('weight 0 leaves numerator and denominator', () => {
    expect(score(framework(1, 0), { a: exact(4), b: exact(9) })).toMatchObject({
      point: 4,
      low: 4,
      high: 4,
      coverage: 1,
    });
    expect(score(framework(1, 0), { a: null, b: exact(9) })).toMatchObject({ status: 'not_assessed', coverage: 0 });
  });

  it('refuses all weights 0 and a negative weight', () => {
    expect(() => score(framework(0, 0), { a: exact(4) })).toThrow('all weights are 0');
    expect(() => score(framework(-1, 2), { a: exact(4) })).toThrow('weight of a is -1');
  });

  it('the coverage gate is inclusive', () => {
    expect(score(framework(1, 1), { a: exact(4), b: null })).toMatchObject({
      status: 'scored',
      coverage: 0.5,
      point: 4,
      low: 2,
      high: 7,
    });
    expect(score(framework(1, 1.01), { a: exact(4), b: null })).toMatchObject({ status: 'insufficient', point: null });
  });
});
