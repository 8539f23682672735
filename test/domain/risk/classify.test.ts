import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RISK_CLASSES } from '../../../domain/assessment.ts';
import { METHOD_V1 } from '../../../domain/method.ts';
import { classOf, classSpan, hatchOf } from '../../../domain/risk/classify.ts';

const { classBreaks } = METHOD_V1;

describe('classOf', () => {
  it('cuts 0..10 in thirds, a break belongs to the upper class', () => {
    expect([0, 3.3, 10 / 3 - 1e-6].map((v) => classOf(v, classBreaks))).toEqual(['low', 'low', 'low']);
    expect([10 / 3, 10 / 3 - 1e-10, 5, 6.66].map((v) => classOf(v, classBreaks))).toEqual([
      'medium',
      'medium',
      'medium',
      'medium',
    ]);
    expect([20 / 3, 20 / 3 - 1e-10, 10].map((v) => classOf(v, classBreaks))).toEqual(['high', 'high', 'high']);
  });

  it('is monotone', () => {
    const value = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(RISK_CLASSES.indexOf(classOf(low, classBreaks))).toBeLessThanOrEqual(
          RISK_CLASSES.indexOf(classOf(high, classBreaks)),
        );
      }),
    );
  });
});

describe('hatchOf', () => {
  it('goes by the width of the range', () => {
    expect([0, 3.29, 3.3, 6.69, 6.7, 10].map(hatchOf)).toEqual(['none', 'none', 'light', 'light', 'dense', 'dense']);
  });
});

describe('classSpan', () => {
  it('counts the classes of a range', () => {
    expect([classSpan('low', 'low'), classSpan('medium', 'high'), classSpan('low', 'high')]).toEqual([1, 2, 3]);
  });
});
