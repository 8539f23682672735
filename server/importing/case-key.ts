import type { Incident } from '../../domain/incident.ts';

/** 2^48: fingerprints are whole numbers below it. */
const FINGERPRINTS = 2 ** 48;
/** Odd, so that repeating it comes round only after all of them. */
const STEP = 0x9e3779b97f4b;

/**
 * Fingerprint of the n-th record (from 0) that is the same to the last field: two cases may be alike, and a file
 * that holds both holds both when it is brought again.
 */
export function nthFingerprint(fingerprint: number, n: number): number {
  return n === 0 ? fingerprint : (fingerprint + n * STEP) % FINGERPRINTS;
}

/** What two cases share that may be one: LP number, month and area. None without an LP number. */
export function caseKeys(incident: Pick<Incident, 'lpNumberHash' | 'month' | 'places'>): readonly string[] {
  const { lpNumberHash, month, places } = incident;
  if (lpNumberHash === null) return [];
  const areas = new Set(places.map(({ areaCode }) => areaCode ?? ''));
  return [...areas].map((area) => `${lpNumberHash} ${month} ${area}`);
}
