import { CITY } from '../../../domain/city.ts';
import type { Language } from '../../view.ts';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

/** `10.32` for today, `23 November 10.32` for an earlier day; the city's time. */
export function draftTime(savedAt: string, now: Date, language: Language): string {
  const when = new Date(savedAt);
  const part = (options: Intl.DateTimeFormatOptions, moment = when): string =>
    new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: CITY.timeZone }).format(moment);
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  const time = part({ hour: '2-digit', minute: '2-digit' });
  return part(day) === part(day, now) ? time : `${part(day)} ${time}`;
}
