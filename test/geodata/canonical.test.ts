import { describe, expect, it } from 'vitest';
import { canonicalCollection, canonicalJson, canonicalLines } from '../../geodata/canonical.ts';

describe('canonical JSON', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  it('rounds to nine decimals and knows no negative zero', () => {
    expect(canonicalJson([0.1 + 0.2, -0, -1e-12, 116.828307])).toBe('[0.3,0,0,116.828307]');
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('puts one row or feature a line and stays JSON', () => {
    expect(canonicalLines([{ a: 1 }, { a: 2 }])).toBe('[\n{"a":1},\n{"a":2}\n]\n');
    const text = canonicalCollection([{ type: 'Feature' }], { attribution: 'x' });
    expect(JSON.parse(text)).toEqual({ attribution: 'x', type: 'FeatureCollection', features: [{ type: 'Feature' }] });
  });
});
