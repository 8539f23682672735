/** Milliseconds since 1970, both ends inclusive; open ends are infinite. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const DAY_MS = 86_400_000;

/** The whole of a year, month or day, UTC. Null when it is no date of the calendar. */
export function periodOfDate(date: string): Period | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const from = Date.UTC(year, month - 1, day);
  const read = new Date(from);
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return null;
  if (match[3] !== undefined) return { from, to: from + DAY_MS - 1 };
  const to = match[2] === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return { from, to: to - 1 };
}

function instant(text: string): Period | null {
  if (DATE.test(text)) return periodOfDate(text);
  if (!DATE_TIME.test(text) || periodOfDate(text.slice(0, 10)) === null) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : { from: at, to: at };
}

/** `datetime` of OGC API – Features: an instant or an interval with `..` or nothing for an open end; null when neither. */
export function parsePeriod(text: string): Period | null {
  const ends = text.split('/');
  if (ends.length === 1) return instant(text);
  const [start = '', end = '', ...rest] = ends;
  if (rest.length > 0) return null;
  const open = (value: string) => value === '' || value === '..';
  if (open(start) && open(end)) return null;
  const from = open(start) ? -Infinity : instant(start)?.from;
  const to = open(end) ? Infinity : instant(end)?.to;
  return from === undefined || to === undefined || from > to ? null : { from, to };
}

export function overlap(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}
