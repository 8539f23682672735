import { type Area, isWithin } from '../area.ts';
import { type Evidence, GRADES, type Grade } from '../evidence.ts';
import { FACTORS, type Factor } from '../factor.ts';
import type { Interval } from '../interval.ts';
import type { Reading, Readings } from '../reading.ts';
import { normalise } from './normalise.ts';
import { STRENGTH_INTERVAL } from './strength.ts';

export interface ReadOptions {
  readonly minimumGrade: Grade;
  /** ISO date of the edition; decides what is old. */
  readonly asOf: string;
}

/** 36 months. */
const OLD_AFTER_YEARS = 3;

/** What one row says on 0..1, or null when it only informs. */
function says(row: Evidence): Interval | null {
  // A measurement states a level, so it reads whatever its direction; a measured absence reads low.
  if (row.kind === 'measurement' && row.measured !== null) {
    const { value, goalLow, goalHigh } = row.measured;
    const share = normalise(value, { low: goalLow, high: goalHigh, direction: 1 }) / 10;
    return { low: share, point: share, high: share };
  }
  if (row.strength === null) return null;
  if (row.strength === 'absent') return row.kind === 'measurement' ? STRENGTH_INTERVAL.absent : null;
  return row.direction === 'raises' ? STRENGTH_INTERVAL[row.strength] : null;
}

/** Whether the latest day that a (possibly partial) date can mean is more than 36 months before `asOf`. */
function isOld(date: string, asOf: string): boolean {
  const [year = '', month = '12', day = '31'] = date.split('-');
  return `${year}-${month}-${day}` < `${Number(asOf.slice(0, 4)) - OLD_AFTER_YEARS}${asOf.slice(4)}`;
}

function byDateThenId(a: Evidence, b: Evidence): number {
  return (b.sourceDate ?? '').localeCompare(a.sourceDate ?? '') || a.id.localeCompare(b.id);
}

/**
 * The reading of one factor from the rows of one area: the best grade speaks, then the strongest
 * finding; the others stay listed. A `lowers` row never changes it. No row that reads = unknown.
 */
export function readFactor(rows: readonly Evidence[], options: ReadOptions): Reading {
  const lowers = rows.filter((row) => row.direction === 'lowers' && says(row) === null);
  const raises = rows.filter((row) => row.direction === 'raises');
  let best: { readonly grade: Grade; readonly interval: Interval } | null = null;
  for (const row of rows) {
    const interval = says(row);
    if (interval === null || GRADES.indexOf(row.grade) > GRADES.indexOf(options.minimumGrade)) continue;
    const order = best === null ? -1 : GRADES.indexOf(row.grade) - GRADES.indexOf(best.grade);
    const stronger = best !== null && (interval.point - best.interval.point || interval.low - best.interval.low) > 0;
    if (order < 0 || (order === 0 && stronger)) best = { grade: row.grade, interval };
  }
  const winner = best;
  const speaking =
    winner === null
      ? []
      : rows
          .filter((row) => {
            const interval = says(row);
            return (
              row.grade === winner.grade &&
              interval?.point === winner.interval.point &&
              interval.low === winner.interval.low
            );
          })
          .sort(byDateThenId);
  const spoken = new Set(speaking.map((row) => row.id));
  const base = {
    informs: rows.filter((row) => !spoken.has(row.id) && !lowers.includes(row)).map((row) => row.id),
    lowers: lowers.map((row) => row.id),
    contradicted: lowers.length > 0 ? raises.map((row) => row.id) : [],
  };
  const first = speaking[0];
  if (winner === null || first === undefined) return { ...base, status: 'unknown' };
  return {
    ...base,
    status: 'observed',
    interval: winner.interval,
    strength: first.measured === null ? first.strength : null,
    grade: winner.grade,
    speaks: speaking.map((row) => row.id),
    newestDate: first.sourceDate,
    old: first.sourceDate !== null && isOld(first.sourceDate, options.asOf),
    undatedCount: speaking.filter((row) => row.sourceDate === null).length,
  };
}

/**
 * Readings of every kecamatan and kelurahan. A kelurahan's row counts for its kecamatan with its own
 * strength; a kecamatan's row is never copied down; rows of the whole city stay city context.
 */
export function readAll(
  areas: readonly Area[],
  evidence: readonly Evidence[],
  options: ReadOptions,
): ReadonlyMap<string, Readings> {
  const readings = new Map<string, Readings>();
  for (const area of areas) {
    if (area.level === 'kota') continue;
    const own = evidence.filter((row) => isWithin(row.areaCode, area.code));
    const entries = FACTORS.map((factor): [Factor, Reading] => [
      factor,
      readFactor(
        own.filter((row) => row.factor === factor),
        options,
      ),
    ]);
    readings.set(area.code, Object.fromEntries(entries) as Record<Factor, Reading>);
  }
  return readings;
}
