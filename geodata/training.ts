import { type Incident, treatAsChildCase } from '../domain/incident.ts';
import { drawIndex, seededRandom } from '../domain/stats/random.ts';
import type { Source } from './source.ts';
import { drawCase } from './training/case.ts';
import { buildGround } from './training/ground.ts';
import { drawPlaces } from './training/place.ts';

export interface TrainingSet {
  readonly training: true;
  /** Printed across every map that shows the set. */
  readonly stamp: 'DATA LATIHAN';
  readonly seed: number;
  readonly incidents: readonly Incident[];
}

export const TRAINING_SEED = 6471;
const COUNT = 1500;
const MONTHS = 36;
/** Last month of the set: October 2026. */
const LAST = { year: 2026, month: 10 };

/** The month that lies `back` months before the last one, `YYYY-MM`. */
function monthBefore(back: number): string {
  const index = LAST.year * 12 + LAST.month - 1 - back;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function daysIn(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/**
 * A seeded synthetic set to try every overlay on: about 1,500 cases over 36 months ending October 2026,
 * drawn near places and roads in proportion to residents and mapped places of exposure. Nothing in it
 * comes from a case, and no point lies within 150 m of a mapped lodging.
 */
export function buildTraining(source: Source, seed: number = TRAINING_SEED): TrainingSet {
  const random = seededRandom(seed);
  const ground = buildGround(source, random);
  // A slow rise and a yearly wave, so that the month slider has something to show.
  const monthWeights = Array.from(
    { length: MONTHS },
    (_, back) => 1 + 0.6 * ((MONTHS - back) / MONTHS) + 0.2 * Math.sin((back * Math.PI) / 6),
  );
  const drawn = Array.from({ length: COUNT }, () => {
    const month = monthBefore(drawIndex(random, monthWeights));
    const day = random() < 0.85 ? 1 + Math.floor(random() * daysIn(month)) : null;
    const { online, ...facts } = drawCase(random);
    const places = drawPlaces({ online, child: treatAsChildCase(facts) }, ground, random);
    return { month, day, ...facts, places: [...places] };
  });
  drawn.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : (a.day ?? 0) - (b.day ?? 0)));
  const incidents = drawn.map((facts, index) => ({
    id: `TR-${String(index + 1).padStart(4, '0')}`,
    training: true,
    ...facts,
  }));
  return { training: true, stamp: 'DATA LATIHAN', seed, incidents };
}
