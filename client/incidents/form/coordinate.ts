import type { Language } from '../../view.ts';

/** Longitude, latitude; degrees, WGS 84. */
export type LonLat = readonly [number, number];

const SIDE: Readonly<Record<string, number>> = { n: 1, lu: 1, e: 1, bt: 1, s: -1, ls: -1, w: -1, bb: -1 };
const NUMBER = /^([-+]?\d{1,3}(?:[.,]\d{0,15})?) ?°? ?(n|s|e|w|lu|ls|bt|bb)?$/i;

/**
 * Degrees as people type them: decimal comma or point, any minus, `1,2654 LS` or `116.83° E`. Null when it is no number
 * (degrees with minutes are none). The range is not checked here.
 */
export function parseDegrees(text: string): number | null {
  const plain = text.trim().replace(/[−–—]/g, '-').replace(/\s+/g, ' ');
  const match = NUMBER.exec(plain);
  if (match === null) return null;
  const value = Number(match[1]?.replace(',', '.'));
  const side = match[2]?.toLowerCase();
  return side === undefined ? value : Math.abs(value) * (SIDE[side] ?? 1);
}

/**
 * Two coordinates written in one go, in the order written: `-1.2654, 116.8312`, `−1,2654; 116,8312`, `-1,2654 116,8312`.
 * Null when it is not two numbers.
 */
export function parsePair(text: string): LonLat | null {
  const plain = text.trim();
  const between = plain.includes(';') ? /\s*;\s*/ : /\.\d/.test(plain) ? /\s*,\s*|\s+(?=[-+−\d])/ : /,?\s+(?=[-+−\d])/;
  const parts = plain.split(between);
  if (parts.length !== 2) return null;
  const [first, second] = parts.map((part) => parseDegrees(part));
  return first == null || second == null ? null : [first, second];
}

/** Every digit of a coordinate, with the decimal sign of the language. */
export function coordinateText(degrees: number, language: Language): string {
  const text = String(degrees).replace('-', '−');
  return language === 'id' ? text.replace('.', ',') : text;
}

/** Five decimals are about a metre: more than a finger on a map can mean. */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
