import type { AreaClass, HatchDensity, RiskClass } from '../assessment.ts';
import type { Factor } from '../factor.ts';
import type { Method } from '../method.ts';
import type { Readings } from '../reading.ts';
import { classOf, hatchOf } from './classify.ts';

/**
 * Readings of many areas in typed arrays, built once and then only read: the path from a weight to the
 * colours on the map, without an object per area. `assess` gives the same classes with everything beside them.
 */
export interface ScoreTable {
  readonly codes: readonly string[];
  readonly factors: readonly Factor[];
  /** Row-major, areas × factors, 0..10; the point of an unknown reading is NaN, its bounds 0 and 10. */
  readonly low: Float64Array;
  readonly point: Float64Array;
  readonly high: Float64Array;
}

/** Class and hatch of one area in one byte: an index into `CELL_KINDS`. */
export interface CellKind {
  readonly class: AreaClass;
  readonly hatch: HatchDensity;
}

const RISK: readonly RiskClass[] = ['low', 'medium', 'high'];
const HATCHES: readonly HatchDensity[] = ['none', 'light', 'dense'];

export const CELL_KINDS: readonly CellKind[] = [
  { class: 'not_assessed', hatch: 'none' },
  { class: 'insufficient', hatch: 'none' },
  ...RISK.flatMap((riskClass) => HATCHES.map((hatch): CellKind => ({ class: riskClass, hatch }))),
];

export function scoreTable(readingsByCode: ReadonlyMap<string, Readings>, factors: readonly Factor[]): ScoreTable {
  const size = readingsByCode.size * factors.length;
  const [low, point, high] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let index = 0;
  for (const readings of readingsByCode.values()) {
    for (const factor of factors) {
      const reading = readings[factor];
      const known = reading.status === 'observed';
      low[index] = known ? reading.interval.low * 10 : 0;
      point[index] = known ? reading.interval.point * 10 : Number.NaN;
      high[index] = known ? reading.interval.high * 10 : 10;
      index += 1;
    }
  }
  return { codes: [...readingsByCode.keys()], factors, low, point, high };
}

/**
 * Kind of every area (an index into `CELL_KINDS`) for a method with arithmetic aggregation and factors of
 * one dimension, written into `out`. Throws a RangeError when all weights are 0. O(areas × factors).
 */
export function classifyTable(table: ScoreTable, method: Method, out: Uint8Array): Uint8Array {
  const { factors, low, point, high } = table;
  const weights = Float64Array.from(factors, (factor) => method.weights[factor]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('classifyTable: all weights are 0');
  const gate = (method.coverageGate - 1e-9) * total;
  const count = factors.length;
  for (let area = 0, at = 0; area < table.codes.length; area += 1, at += count) {
    let [known, sum, from, to] = [0, 0, 0, 0];
    for (let f = 0; f < count; f += 1) {
      const weight = weights[f] ?? 0;
      const value = point[at + f] ?? Number.NaN;
      from += weight * (low[at + f] ?? 0);
      to += weight * (high[at + f] ?? 10);
      if (Number.isNaN(value)) continue;
      known += weight;
      sum += weight * value;
    }
    if (known === 0) out[area] = 0;
    else if (known < gate) out[area] = 1;
    else {
      const riskClass = RISK.indexOf(classOf(sum / known, method.classBreaks));
      out[area] = 2 + riskClass * 3 + HATCHES.indexOf(hatchOf((to - from) / total));
    }
  }
  return out;
}
