import { describe, expect, it } from 'vitest';
import { coordinateText, parseDegrees, parsePair } from '../../../../client/incidents/form/coordinate.ts';

describe('parseDegrees', () => {
  it.each([
    ['116,8312', 116.8312],
    ['116.8312', 116.8312],
    ['-1,2654', -1.2654],
    ['−1,2654', -1.2654],
    ['–1.2654°', -1.2654],
    ['1,2654 LS', -1.2654],
    ['-1,2654 LS', -1.2654],
    ['1.2654° S', -1.2654],
    ['116,83 BT', 116.83],
    ['116', 116],
  ])('%s', (text, degrees) => {
    expect(parseDegrees(text)).toBe(degrees);
  });

  it.each(['', 'Balikpapan', '1.265,4', '116 49 52', "1°15'", '1e9', 'NaN', '11683120', '0x10'])(
    'refuses %s',
    (text) => {
      expect(parseDegrees(text)).toBeNull();
    },
  );
});

describe('parsePair', () => {
  it.each([
    ['-1.2654, 116.8312', [-1.2654, 116.8312]],
    ['-1.2654,116.8312', [-1.2654, 116.8312]],
    ['-1,2654; 116,8312', [-1.2654, 116.8312]],
    ['−1,2654, 116,8312', [-1.2654, 116.8312]],
    ['116,8312 -1,2654', [116.8312, -1.2654]],
    ['1,2654 LS; 116,8312 BT', [-1.2654, 116.8312]],
  ])('%s', (text, pair) => {
    expect(parsePair(text)).toEqual(pair);
  });

  it.each(['116,8312', '1, 2, 3', 'a, b', '', '-1,2654,116,8312'])('is no pair: %s', (text) => {
    expect(parsePair(text)).toBeNull();
  });
});

describe('coordinateText', () => {
  it('keeps every digit and reads back, in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      for (const degrees of [116.83120123456, -1.2654, 0]) {
        expect(parseDegrees(coordinateText(degrees, language))).toBe(degrees);
      }
    }
    expect(coordinateText(-1.2654, 'id')).toBe('−1,2654');
  });
});
