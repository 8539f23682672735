import * as z from 'zod/mini';
import type { Locate } from '../../../domain/geometry/locator.ts';
import {
  type IncidentInput,
  incidentInputSchema,
  MAX_PLACES,
  type PlaceInput,
  placeInputSchema,
} from '../../../domain/incident-input.ts';
import type { FaultCode, FormFault } from './fault.ts';
import type { FormValues, PlaceValue } from './form-values.ts';
import { lpNumberFault } from './lp-number.ts';
import { placeInput } from './place-input.ts';

export interface ValidForm {
  readonly input: IncidentInput;
  /** Positions of the record's places that stay as they are; `input.places` holds the others. */
  readonly keepPlaces: readonly number[];
}

export type FormResult = ValidForm | { readonly faults: readonly FormFault[] };

export interface FormGiven {
  readonly values: FormValues;
  readonly lpNumber: string;
  /** Today in the city, `YYYY-MM-DD`. */
  readonly today: string;
  /** Null while the boundaries are not here: the server then finds what lies outside. */
  readonly locate: Locate | null;
}

/** A place that stays as the record has it. */
export function isKept(place: PlaceValue): boolean {
  return place.kept !== null;
}

/** Days of a month, `2025-02` → 28. */
export function daysInMonth(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}

function dateFaults(month: string, day: number | null, today: string): readonly FormFault[] {
  if (!/^\d{4}-\d{2}$/.test(month)) return [{ field: 'month', code: 'month_missing' }];
  if (month > today.slice(0, 7)) return [{ field: 'month', code: 'in_future' }];
  if (day === null) return [];
  if (day > daysInMonth(month)) return [{ field: 'day', code: 'no_such_day' }];
  return `${month}-${String(day).padStart(2, '0')}` > today ? [{ field: 'day', code: 'in_future' }] : [];
}

/**
 * What the form holds as the server takes it, or every fault in the order of the page. The last word is
 * `incidentInputSchema`, the same that the server asks; whatever it still refuses is shown at its field.
 */
export function validateForm({ values, lpNumber, today, locate }: FormGiven): FormResult {
  const faults: FormFault[] = [];
  const add = (field: string, code: FaultCode | null): void => {
    if (code !== null) faults.push({ field, code });
  };
  const month = `${values.year}-${values.monthOfYear}`;
  faults.push(...dateFaults(month, values.day, today));
  if (values.source === null) add('source', 'choose_one');
  if (values.stage === null) add('stage', 'choose_one');
  if (values.childInvolved === null) add('childInvolved', 'choose_one');
  const places: PlaceInput[] = [];
  for (const [position, place] of values.places.entries()) {
    if (isKept(place)) continue;
    const result = placeInput(place, position, locate);
    if ('input' in result) places.push(result.input);
    else faults.push(...result.faults);
  }
  if (values.places.length > MAX_PLACES) add('places', 'too_many_places');
  for (const field of ['victims', 'suspects'] as const) {
    if (values[field] === null) add(field, 'choose_one');
  }
  add('lpNumber', lpNumberFault(lpNumber));
  if (faults.length > 0) return { faults };

  const keepPlaces = values.places.flatMap(({ kept }) => (kept === null ? [] : [kept]));
  const { sendKey: _key, monthOfYear: _month, year: _year, places: _places, ...rest } = values;
  const number = lpNumber.trim();
  const parsed = z.safeParse(keepPlaces.length === 0 ? incidentInputSchema : withoutPlaces, {
    ...rest,
    month,
    places,
    lpNumber: number === '' ? null : number,
  });
  if (parsed.success) return { input: parsed.data, keepPlaces };
  return {
    faults: parsed.error.issues.map(({ path }) => ({ field: formField(path.join('.'), values), code: 'invalid' })),
  };
}

/** A correction may keep all places and bring none. */
const withoutPlaces = z.extend(incidentInputSchema, {
  places: z.array(placeInputSchema).check(z.maxLength(MAX_PLACES)),
});

/**
 * The field of the form that a path of what was sent means: `incident.` of a correction falls away, and places are
 * counted as they stand on the page, kept ones included.
 */
export function formField(path: string, values: FormValues): string {
  const plain = path.replace(/^incident\./, '');
  const match = /^places\.(\d+)(?:\.(\w+))?/.exec(plain);
  if (match === null) return plain.split('.')[0] ?? '';
  const sent = values.places.flatMap((place, position) => (isKept(place) ? [] : [position]));
  const position = sent[Number(match[1])];
  return position === undefined ? 'places' : `places.${position}.${match[2] ?? 'role'}`;
}
