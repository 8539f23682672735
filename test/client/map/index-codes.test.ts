import { describe, expect, it } from 'vitest';
import { areaPaint } from '../../../client/map/area-paint.ts';
import { packPaint } from '../../../client/map/area-state.ts';
import { indexCodes } from '../../../client/map/index-codes.ts';
import { THEMES } from '../../../client/map/theme.ts';
import type { AreaRow } from '../../../client/model.ts';
import { FACTORS } from '../../../domain/factor.ts';
import { METHOD_V1 } from '../../../domain/method.ts';
import type { Readings } from '../../../domain/reading.ts';
import { assess } from '../../../domain/risk/assess.ts';
import { scoreTable } from '../../../domain/risk/score-table.ts';
import { readings, type Sketch } from '../../domain/readings-sketch.ts';

const SKETCHES: readonly Sketch[] = [
  {},
  { trade: 'named' },
  { trade: 'absent', entertainment: 'absent', ikn_gateway: 'absent' },
  {
    trade: 'present',
    entertainment: 'present',
    ikn_gateway: 'present',
    rdmp_workers: 'present',
    nature_tourism: 'limited',
  },
  { trade: 'principal', entertainment: 'principal', ikn_gateway: 'principal' },
  Object.fromEntries(FACTORS.map((factor) => [factor, 'principal'])),
];

describe('indexCodes', () => {
  it('is what areaPaint says of the full assessment, area by area, for any weights', () => {
    const byCode = new Map(SKETCHES.map((sketch, i): readonly [string, Readings] => [`a${i}`, readings(sketch)]));
    for (const trade of [0, 1, 10]) {
      const method = { ...METHOD_V1, weights: { ...METHOD_V1.weights, trade } };
      const assessments = assess(byCode, method, FACTORS);
      const codes = indexCodes(scoreTable(byCode, FACTORS), method);
      expect(codes.size).toBe(SKETCHES.length);
      for (const [code, assessment] of assessments) {
        const row = { code, name: code, readings: byCode.get(code), assessment } as AreaRow;
        expect(codes.get(code)).toBe(packPaint(areaPaint('index', row, THEMES.day)));
      }
      if (trade === 1) expect(new Set(codes.values()).size).toBe(SKETCHES.length);
    }
  });
});
