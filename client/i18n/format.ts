import { CITY } from '../../domain/city.ts';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

export interface Format {
  /** A score on 0..10 or another figure with one decimal. */
  readonly score: (value: number) => string;
  /** A reading on 0..1, two decimals. */
  readonly reading: (value: number) => string;
  readonly integer: (value: number) => string;
  readonly decimal: (value: number, digits: number) => string;
  /** A share 0..1 as per cent. */
  readonly percent: (share: number) => string;
  /** Per cent with a sign and two decimals; the value is already per cent. */
  readonly signedPercent: (percent: number) => string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` at its own precision; anything else as it is. */
  readonly date: (iso: string) => string;
  /** A moment in the city's time zone. */
  readonly moment: (when: Date) => string;
  /** Whole rank interval: `1–6`, or `3` when both ends agree. */
  readonly rank: (rank: { readonly low: number; readonly high: number }) => string;
  readonly range: (range: { readonly low: number; readonly high: number }) => string;
}

/** Numbers and dates of one language by Intl. */
export function formatOf(language: 'id' | 'en'): Format {
  const locale = LOCALE[language];
  const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const one = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const two = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = numbers({ maximumFractionDigits: 0 });
  const percent = numbers({ style: 'percent', maximumFractionDigits: 0 });
  const signed = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const dates = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const day = dates({ day: 'numeric', month: 'long', year: 'numeric' }, 'UTC');
  const month = dates({ month: 'long', year: 'numeric' }, 'UTC');
  const moment = dates(
    { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    CITY.timeZone,
  );
  return {
    score: (value) => one.format(value),
    reading: (value) => two.format(value),
    integer: (value) => whole.format(value),
    decimal: (value, digits) => numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    percent: (share) => percent.format(share),
    signedPercent: (value) => `${signed.format(value)} %`,
    date: (iso) => {
      const when = Date.parse(iso);
      if (Number.isNaN(when) || /^\d{4}$/.test(iso)) return iso;
      return (iso.length === 7 ? month : day).format(when);
    },
    moment: (when) => moment.format(when),
    rank: ({ low, high }) => (low === high ? whole.format(low) : `${whole.format(low)}–${whole.format(high)}`),
    range: ({ low, high }) => `${one.format(low)}–${one.format(high)}`,
  };
}
