import type { Strength } from '../evidence.ts';
import type { Interval } from '../interval.ts';

/** How much a finding says, on 0..1 (DESIGN §2). Our reading rule, to be reviewed by the task force. */
export const STRENGTH_INTERVAL: Readonly<Record<Strength, Interval>> = {
  absent: { low: 0, point: 0, high: 0.25 },
  limited: { low: 0, point: 0.25, high: 0.5 },
  present: { low: 0.25, point: 0.5, high: 0.75 },
  named: { low: 0.5, point: 0.75, high: 1 },
  principal: { low: 0.75, point: 0.9, high: 1 },
};
