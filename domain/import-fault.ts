import { IDENTITY_KINDS, type IdentityKind } from './privacy/identity-kind.ts';

/** Why a row is not taken. The page has a text for each. */
export const CELL_FAULTS = [
  'missing',
  'unknown_code',
  'not_a_number',
  'out_of_range',
  'not_a_month',
  'in_future',
  'no_such_day',
  'unknown_area',
  'wrong_level',
  'outside_city',
  'swapped_coordinates',
  'half_a_point',
  'not_an_lp_number',
  'no_place',
  'not_a_point',
  'not_a_feature',
  'too_long',
  'more_cells_than_columns',
  'not_readable',
] as const;

/** A cell that looks like a person: the row is refused and the value shown nowhere. */
export type CellFault = (typeof CELL_FAULTS)[number] | `identity_${IdentityKind}`;

export const ALL_CELL_FAULTS: readonly CellFault[] = [
  ...CELL_FAULTS,
  ...IDENTITY_KINDS.map((kind): CellFault => `identity_${kind}`),
];

/** Why a whole file is not taken. */
export const FILE_FAULTS = [
  'empty',
  'too_large',
  'too_many_rows',
  'too_many_columns',
  'wrong_type',
  'no_header',
  'damaged',
  'suspicious_archive',
  'nested_too_deep',
  'not_geojson',
  'wrong_crs',
  'identity_column',
  'identity_value',
  'too_slow',
  'interrupted',
  'expired',
  'internal_error',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];
