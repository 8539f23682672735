import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANDS, bandOf, intervalOf, TOTAL_BANDS, totalBandOf } from '../../../domain/privacy/band.ts';

describe('bandOf', () => {
  it('knows three bands', () => {
    expect([0, 10, 11, 19, 20, 1000].map(bandOf)).toEqual(['0-10', '0-10', '11-19', '11-19', '20+', '20+']);
  });

  it('puts every count into exactly the one band whose interval holds it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), (count) => {
        const holding = BANDS.filter((band) => {
          const { low, high } = intervalOf(band);
          return low <= count && (high === null || count <= high);
        });
        expect(holding).toEqual([bandOf(count)]);
      }),
    );
  });

  it('and every total into exactly one band of totals', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), (count) => {
        const holding = TOTAL_BANDS.filter((band) => {
          const { low, high } = intervalOf(band);
          return low <= count && (high === null || count <= high);
        });
        expect(holding).toEqual([totalBandOf(count)]);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('refuses %d', (count) => {
    expect(() => bandOf(count)).toThrow(RangeError);
    expect(() => totalBandOf(count)).toThrow(RangeError);
  });
});
