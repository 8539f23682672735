import { describe, expect, it } from 'vitest';
import { markArea, packPaint, paintAreas } from '../../../client/map/area-state.ts';
import { PAINT_KEYS, PATTERNS } from '../../../client/map/theme.ts';

interface Call {
  readonly source: string;
  readonly id: string;
  readonly state: Record<string, unknown>;
}

function recorder() {
  const calls: Call[] = [];
  return {
    calls,
    setFeatureState: ({ source, id }: { source: string; id: string }, state: Record<string, unknown>) => {
      calls.push({ source, id, state: { ...state } });
    },
  };
}

const LOW = packPaint({ key: 'indexLow', pattern: 'none' });
const HIGH_LIGHT = packPaint({ key: 'indexHigh', pattern: 'hatch_light' });

describe('packPaint', () => {
  it('gives every key and pattern a code of its own', () => {
    const codes = PAINT_KEYS.flatMap((key) => PATTERNS.map((pattern) => packPaint({ key, pattern })));
    expect(new Set(codes).size).toBe(PAINT_KEYS.length * PATTERNS.length);
  });
});

describe('paintAreas', () => {
  it('sets class and pattern as the integers that the style matches', () => {
    const map = recorder();
    expect(paintAreas(map, 'kecamatan', new Map(), new Map([['64.71.01', HIGH_LIGHT]]))).toBe(1);
    const state = { fill: PAINT_KEYS.indexOf('indexHigh'), pattern: PATTERNS.indexOf('hatch_light') };
    expect(map.calls).toEqual([{ source: 'kecamatan', id: '64.71.01', state }]);
  });

  it('touches only what changed', () => {
    const map = recorder();
    const before = new Map([
      ['a', LOW],
      ['b', LOW],
      ['c', HIGH_LIGHT],
    ]);
    const after = new Map([
      ['a', LOW],
      ['b', HIGH_LIGHT],
      ['c', HIGH_LIGHT],
    ]);
    expect(paintAreas(map, 'kelurahan', before, after)).toBe(1);
    expect(map.calls.map(({ id }) => id)).toEqual(['b']);
    expect(paintAreas(map, 'kelurahan', after, after)).toBe(0);
  });
});

describe('markArea', () => {
  it('takes the mark from one area and gives it to another', () => {
    const map = recorder();
    markArea(map, 'kecamatan', 'selected', 'a', 'b');
    expect(map.calls).toEqual([
      { source: 'kecamatan', id: 'a', state: { selected: false } },
      { source: 'kecamatan', id: 'b', state: { selected: true } },
    ]);
  });

  it('does nothing when nothing moves', () => {
    const map = recorder();
    markArea(map, 'kecamatan', 'hover', 'a', 'a');
    markArea(map, 'kecamatan', 'hover', null, null);
    expect(map.calls).toEqual([]);
  });
});
