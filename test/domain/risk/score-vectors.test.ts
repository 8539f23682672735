import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../domain/interval.ts';
import { normalise } from '../../../domain/risk/normalise.ts';
import { type Framework, type IndicatorValues, scorer } from '../../../domain/risk/score.ts';
import toy6 from '../../vectors/composite_toy6.json' with { type: 'json' };
import inform from '../../vectors/inform_formula.json' with { type: 'json' };

const score = (framework: Framework, values: IndicatorValues) => scorer(framework)(values);

const exact = (point: number): Interval => ({ low: point, point, high: point });

type ToyIndicator = {
  id: string;
  weight: number;
  direction: number;
  goal: number[];
  transform?: string;
  values: (number | null)[];
};
const dims = Object.entries(toy6.input.dims) as [string, { weight: number; indicators: ToyIndicator[] }][];

function normalisedToy(indicator: ToyIndicator, unit: number): number | null {
  const value = indicator.values[unit];
  if (value == null) return null;
  const base = {
    low: indicator.goal[0] ?? 0,
    high: indicator.goal[1] ?? 0,
    direction: indicator.direction === 1 ? 1 : -1,
  } as const;
  return normalise(value, indicator.transform === 'log1p' ? { ...base, transform: 'log1p' } : base);
}

const toyFramework = (aggregation: Framework['aggregation']): Framework => ({
  aggregation,
  coverageGate: toy6.input.min_coverage,
  dimensions: dims.map(([id, dim]) => ({
    id,
    weight: dim.weight,
    factors: dim.indicators.map(({ id: factor, weight }) => ({
      id: factor,
      weight,
      indicators: [{ id: factor, weight: 1 }],
    })),
  })),
});

const toyValues = (unit: number): IndicatorValues =>
  Object.fromEntries(
    dims.flatMap(([, dim]) =>
      dim.indicators.map((indicator) => {
        const value = normalisedToy(indicator, unit);
        return [indicator.id, value === null ? null : exact(value)];
      }),
    ),
  );

describe('vector composite_toy6', () => {
  const near = (actual: number, wanted: number) => expect(Math.abs(actual - wanted)).toBeLessThan(toy6.tolerance.abs);

  it('normalises', () => {
    for (const [, dim] of dims) {
      for (const indicator of dim.indicators) {
        const wanted = toy6.expected.normalised[indicator.id as keyof typeof toy6.expected.normalised] as (
          | number
          | null
        )[];
        for (const [unit, expected] of wanted.entries()) {
          const got = normalisedToy(indicator, unit);
          if (expected === null || got === null) expect(got).toBe(expected);
          else near(got, expected);
        }
      }
    }
  });

  it.each(toy6.expected.units.map((unit, index) => [unit.unit, index] as const))('scores unit %s', (_name, index) => {
    const wanted = toy6.expected.units[index];
    if (wanted === undefined) throw new Error('unit missing');
    const geometric = score(toyFramework('shifted_geometric'), toyValues(index));
    const arithmetic = score(toyFramework('arithmetic'), toyValues(index));
    for (const [k, dimension] of geometric.dimensions.entries()) {
      near(dimension.coverage, wanted.coverage[k] ?? Number.NaN);
      const point = wanted.dimension[k];
      if (point == null) expect(dimension.point).toBeNull();
      else near(dimension.point ?? Number.NaN, point);
    }
    near(geometric.low, wanted.bounds_shifted_geo[0] ?? Number.NaN);
    near(geometric.high, wanted.bounds_shifted_geo[1] ?? Number.NaN);
    near(arithmetic.low, wanted.bounds_arith[0] ?? Number.NaN);
    near(arithmetic.high, wanted.bounds_arith[1] ?? Number.NaN);
    if (wanted.status === 'insufficient_data') {
      expect(geometric).toMatchObject({ status: 'insufficient', point: null, contributions: {} });
      return;
    }
    near(geometric.point ?? Number.NaN, wanted.shifted_geometric ?? Number.NaN);
    near(arithmetic.point ?? Number.NaN, wanted.arithmetic ?? Number.NaN);
    const contributions = wanted.contributions_zero_reference as unknown as Record<string, number>;
    expect(Object.keys(geometric.contributions).sort()).toEqual(Object.keys(contributions).sort());
    for (const [id, value] of Object.entries(contributions)) near(geometric.contributions[id] ?? Number.NaN, value);
  });
});

/** METHODS §1.3: INFORM's dimension is an inverted geometric mean, the risk a plain one. */
describe('vector inform_formula', () => {
  it('is reproduced by the shifted mean read from the top of the scale', () => {
    const framework: Framework = {
      aggregation: 'shifted_geometric',
      coverageGate: 1,
      dimensions: ['a', 'b'].map((id) => ({
        id,
        weight: 1,
        factors: [{ id, weight: 1, indicators: [{ id, weight: 1 }] }],
      })),
    };
    for (const [index, { c }] of inform.input.entries()) {
      const [a = 0, b = 0] = c;
      const result = score(framework, { a: exact(10 - a), b: exact(10 - b) });
      expect(10 - (result.point ?? Number.NaN)).toBeCloseTo(inform.expected.dimension[index] ?? Number.NaN, 9);
    }
  });

  it('bounds our shifted mean of its published example from above by the arithmetic one', () => {
    const example = inform.expected.risk_examples[0];
    if (example === undefined) throw new Error('example missing');
    const ids = ['H', 'V', 'LCC'] as const;
    const framework = (aggregation: Framework['aggregation']): Framework => ({
      aggregation,
      coverageGate: 1,
      dimensions: ids.map((id) => ({ id, weight: 1, factors: [{ id, weight: 1, indicators: [{ id, weight: 1 }] }] })),
    });
    const values = { H: exact(example.H), V: exact(example.V), LCC: exact(example.LCC) };
    const shifted = score(framework('shifted_geometric'), values).point ?? Number.NaN;
    expect(shifted).toBeGreaterThan(example.risk);
    expect(shifted).toBeLessThan(score(framework('arithmetic'), values).point ?? Number.NaN);
    expect(shifted).toBeCloseTo(5.3, 1);
  });
});
