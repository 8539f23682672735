export const AREA_LEVELS = ['kota', 'kecamatan', 'kelurahan'] as const;

export type AreaLevel = (typeof AREA_LEVELS)[number];

/** Kemendagri code, for example `64.71.05.1002`: city 5, kecamatan 8, kelurahan 13 characters. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly level: AreaLevel;
  /** Code of the area that contains it; null for the city. */
  readonly parentCode: string | null;
  /** ISO date from which, and to which, the area exists under this code; null is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const LEVEL_BY_LENGTH: Readonly<Record<number, AreaLevel>> = { 5: 'kota', 8: 'kecamatan', 13: 'kelurahan' };

/** Level of a Kemendagri code by its length, or null when it is none. */
export function levelOfCode(code: string): AreaLevel | null {
  return LEVEL_BY_LENGTH[code.length] ?? null;
}

/** Whether `code` is `ancestor` itself or lies inside it, by the code alone. */
export function isWithin(code: string, ancestor: string): boolean {
  return code === ancestor || code.startsWith(`${ancestor}.`);
}
