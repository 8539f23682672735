import { MAX_PLACES } from './incident-input.ts';

/** What a column of a file can be read as, of the case itself. */
export const CASE_FIELDS = [
  'month',
  'day',
  'acts',
  'means',
  'purposes',
  'source',
  'stage',
  'platforms',
  'victims',
  'suspects',
  'child_involved',
  'lp_number',
] as const;
export type CaseField = (typeof CASE_FIELDS)[number];

/** And of each of its places. `area` is a code or the name of a kelurahan or kecamatan. */
export const PLACE_FIELDS = ['role', 'precision', 'area', 'kecamatan', 'longitude', 'latitude'] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

export type ImportField = CaseField | `place${number}_${PlaceField}`;

/**
 * Without a column for each of these no row can be taken: a file whose column was not recognised must not pass for one
 * that knows nothing.
 */
export const REQUIRED_FIELDS = [
  'month',
  'acts',
  'purposes',
  'source',
  'stage',
  'victims',
  'suspects',
  'place1_role',
] as const satisfies readonly ImportField[];

/** Of those, the ones whose cells may be empty: the element is then not known. */
export const MAY_BE_EMPTY: readonly ImportField[] = ['acts', 'purposes'];

/** `position` counts from 1. */
export function placeField(position: number, field: PlaceField): ImportField {
  return `place${position}_${field}`;
}

export const IMPORT_FIELDS: readonly ImportField[] = [
  ...CASE_FIELDS,
  ...Array.from({ length: MAX_PLACES }, (_, i) => PLACE_FIELDS.map((field) => placeField(i + 1, field))).flat(),
];

const KNOWN: ReadonlySet<string> = new Set(IMPORT_FIELDS);

export function isImportField(text: string): text is ImportField {
  return KNOWN.has(text);
}
