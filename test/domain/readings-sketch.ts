import type { Strength } from '../../domain/evidence.ts';
import { FACTORS, type Factor } from '../../domain/factor.ts';
import type { Reading, Readings } from '../../domain/reading.ts';
import { STRENGTH_INTERVAL } from '../../domain/risk/strength.ts';

/** What is known of an area, by strength; a factor left out is unknown. */
export type Sketch = Readonly<Partial<Record<Factor, Strength>>>;

export function readings(sketch: Sketch): Readings {
  const entries = FACTORS.map((factor, index): [Factor, Reading] => {
    const strength = sketch[factor];
    const base = { informs: [], lowers: [], contradicted: [] };
    if (strength === undefined) return [factor, { ...base, status: 'unknown' }];
    return [
      factor,
      {
        ...base,
        status: 'observed',
        strength,
        interval: STRENGTH_INTERVAL[strength],
        grade: 'B',
        speaks: [`EV90${index}`],
        newestDate: '2025',
        old: false,
        undatedCount: 0,
      },
    ];
  });
  return Object.fromEntries(entries) as Record<Factor, Reading>;
}
