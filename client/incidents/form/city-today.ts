import { CITY } from '../../../domain/city.ts';

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: CITY.timeZone, dateStyle: 'short' });

/** The day in the city, `YYYY-MM-DD`. */
export function cityToday(now: Date): string {
  return DAY.format(now);
}
