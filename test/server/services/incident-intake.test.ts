import { createHmac } from 'node:crypto';
import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { CHILD_INVOLVED } from '../../../domain/incident.ts';
import { type IncidentInput, incidentInputSchema } from '../../../domain/incident-input.ts';
import { hashLpNumber, makeIntake } from '../../../server/services/incident-intake.ts';

const KEY = new Uint8Array(32).fill(7);
const CODES = ['64.71', '64.71.05', '64.71.05.1001'];
/** 07:00 on 1 December in the city, the evening before in Greenwich. */
const NOW = new Date('2026-11-30T23:00:00Z');

const take = makeIntake({
  locate: (longitude) => (longitude < 117 ? '64.71.05.1001' : null),
  lpKey: KEY,
  areas: CODES.map((code) => ({ code })),
  now: () => NOW,
});

const POINT = { role: 'exploitation', precision: 'point', areaCode: null, point: [116.85, -1.2] } as const;

function input(part: Partial<Record<keyof IncidentInput, unknown>> = {}): IncidentInput {
  return incidentInputSchema.parse({
    month: '2026-11',
    day: 3,
    acts: ['recruit'],
    means: [],
    purposes: ['other'],
    source: 'lp_b',
    stage: 'lp',
    platforms: [],
    places: [POINT],
    victims: '1',
    suspects: '1',
    childInvolved: 'no',
    lpNumber: null,
    ...part,
  });
}

function incidentOf(part: Parameters<typeof input>[0]) {
  const result = take(input(part));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.incident;
}

describe('the intake of an incident', () => {
  it('finds the kelurahan and the cell of a point', () => {
    const h3 = latLngToCell(-1.2, 116.85, 8);
    expect(incidentOf({}).places).toEqual([{ ...POINT, areaCode: '64.71.05.1001', h3 }]);
  });

  it.each(CHILD_INVOLVED)('keeps the point of a case only when no child is involved: %s', (childInvolved) => {
    const [place] = incidentOf({ childInvolved }).places;
    expect(place?.point).toEqual(childInvolved === 'no' ? [116.85, -1.2] : null);
    expect(place?.h3).not.toBeNull();
  });

  it('takes an area by its code, the city without one, and no area online', () => {
    const place = (precision: string, areaCode: string | null) => ({
      role: 'transit',
      precision,
      areaCode,
      point: null,
    });
    const { places } = incidentOf({
      places: [
        place('kecamatan', '64.71.05'),
        place('kota', null),
        place('online', '64.71.05'),
        place('kelurahan', '64.71.05.1001'),
      ],
    });
    expect(places.map(({ areaCode }) => areaCode)).toEqual(['64.71.05', '64.71', null, '64.71.05.1001']);
    expect(places.every(({ h3, point }) => h3 === null && point === null)).toBe(true);
  });

  it.each<[string, Parameters<typeof input>[0], string, string]>([
    ['a point outside the city', { places: [{ ...POINT, point: [117.5, -1.2] }] }, 'places.0.point', 'outside_city'],
    [
      'an area that is none',
      { places: [{ ...POINT, precision: 'kelurahan', areaCode: '64.71.05.9999', point: null }] },
      'places.0.areaCode',
      'unknown_area',
    ],
    [
      'an area of another level',
      { places: [POINT, { ...POINT, precision: 'kecamatan', areaCode: '64.71.05.1001', point: null }] },
      'places.1.areaCode',
      'wrong_level',
    ],
    ['a month to come', { month: '2027-01', day: null }, 'month', 'in_future'],
    ['a day to come', { month: '2026-12', day: 2 }, 'day', 'in_future'],
    ['a day that no month has', { month: '2025-02', day: 30 }, 'day', 'no_such_day'],
  ])('refuses %s, and says where', (_, part, field, code) => {
    expect(take(input(part))).toEqual({ faults: [{ field, code }] });
  });

  it('today is today in the city', () => {
    expect(incidentOf({ month: '2026-12', day: 1 }).month).toBe('2026-12');
  });

  it('keeps the HMAC of an LP number, the same however it is written, and never the number', () => {
    const hash = createHmac('sha256', KEY).update('LP/B/12/XI/2025/SPKTPOLRESTA').digest('base64url');
    expect(hashLpNumber('LP/B/12/XI/2025/SPKT Polresta', KEY)).toBe(hash);
    const incident = incidentOf({ lpNumber: 'lp/b/12/xi/2025/SPKT POLRESTA' });
    expect(incident.lpNumberHash).toBe(hash);
    expect(JSON.stringify(incident)).not.toContain('12/xi');
  });
});
