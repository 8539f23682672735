import { describe, expect, it } from 'vitest';
import { emptyValues, type FormValues, valuesOf } from '../../../../client/incidents/form/form-values.ts';
import { formField, validateForm } from '../../../../client/incidents/form/validate-form.ts';
import { type IncidentInput, incidentInputSchema } from '../../../../domain/incident-input.ts';
import { CITY_HALL, FILLED, KELURAHAN, SEND_KEY, withPlace } from './filled.ts';

const TODAY = '2026-11-24';
const locate = () => KELURAHAN;
const validate = (values: FormValues, lpNumber = '') => validateForm({ values, lpNumber, today: TODAY, locate });

function faultsOf(values: FormValues, lpNumber = ''): readonly string[] {
  const result = validate(values, lpNumber);
  return 'faults' in result ? result.faults.map(({ field, code }) => `${field} ${code}`) : [];
}

function inputOf(values: FormValues, lpNumber = ''): IncidentInput {
  const result = validate(values, lpNumber);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.input;
}

describe('a form that lacks nothing', () => {
  it('is what the server takes', () => {
    const input = inputOf(FILLED, ' LP/B/123/XI/2025 ');
    expect(incidentInputSchema.safeParse(input).success).toBe(true);
    expect(input).toEqual({
      month: '2026-10',
      day: 5,
      acts: ['recruit'],
      means: [],
      purposes: ['sexual_exploitation'],
      source: 'lp_b',
      stage: 'lp',
      platforms: [],
      places: [{ role: 'recruitment', precision: 'point', areaCode: null, point: [116.8312, -1.2654] }],
      victims: '1',
      suspects: '2-4',
      childInvolved: 'no',
      lpNumber: 'LP/B/123/XI/2025',
    });
    expect(inputOf(FILLED).lpNumber).toBeNull();
  });

  it('names the finest area that is known, and none for the city and online', () => {
    const placeOf = (values: FormValues) => inputOf(values).places[0];
    const kecamatan = '64.71.05';
    expect(placeOf(withPlace({ way: 'area', kecamatan }))).toMatchObject({
      precision: 'kecamatan',
      areaCode: kecamatan,
    });
    expect(placeOf(withPlace({ way: 'area', kecamatan, kelurahan: KELURAHAN }))).toMatchObject({
      precision: 'kelurahan',
      areaCode: KELURAHAN,
    });
    // What was typed before another way was chosen does not go along.
    expect(placeOf(withPlace({ way: 'online', kecamatan, ...CITY_HALL }))).toEqual({
      role: 'recruitment',
      precision: 'online',
      areaCode: null,
      point: null,
    });
  });
});

describe('what is missing', () => {
  it('is told for every field, in the order of the page', () => {
    expect(faultsOf(emptyValues('2026', SEND_KEY))).toEqual([
      'month month_missing',
      'source choose_one',
      'stage choose_one',
      'childInvolved choose_one',
      'places.0.role choose_one',
      'places.0.precision choose_one',
      'victims choose_one',
      'suspects choose_one',
    ]);
  });

  it('is never an element, a number of victims or a suspect: not known is stored as such', () => {
    const known = {
      acts: ['send' as const],
      means: [],
      purposes: [],
      victims: 'unknown' as const,
      suspects: '0' as const,
    };
    for (const stage of ['suspected', 'p21', 'vice_raid', 'not_tppo'] as const) {
      expect(inputOf({ ...FILLED, ...known, stage })).toMatchObject(known);
      expect(inputOf({ ...FILLED, ...known, acts: [], stage })).toMatchObject({ ...known, acts: [] });
    }
  });

  it.each([
    [{ monthOfYear: '12' }, 'month in_future'],
    [{ monthOfYear: '11', day: 25 }, 'day in_future'],
    [{ monthOfYear: '02', day: 29 }, 'day no_such_day'],
  ])('%o: %s', (part, fault) => {
    expect(faultsOf({ ...FILLED, ...part })).toEqual([fault]);
  });

  it('takes today and the leap day', () => {
    expect(faultsOf({ ...FILLED, monthOfYear: '11', day: 24 })).toEqual([]);
    expect(faultsOf({ ...FILLED, year: '2024', monthOfYear: '02', day: 29 })).toEqual([]);
  });

  it.each([
    [{ way: 'area' } as const, 'places.0.areaCode area_missing'],
    [{ way: 'point' } as const, 'places.0.point point_missing'],
    [{ way: 'point', longitude: 'x', latitude: '1' } as const, 'places.0.longitude not_a_number'],
    [{ way: 'point', longitude: '-1,2654', latitude: '116,8312' } as const, 'places.0.longitude swapped'],
    [{ way: 'point', longitude: '110,4', latitude: '-6,9' } as const, 'places.0.point outside_city'],
  ])('of a place %o: %s', (place, fault) => {
    expect(faultsOf(withPlace(place))).toEqual([fault]);
  });
});

describe('the LP number', () => {
  it.each([
    ['Budi Santoso', 'identity_name'],
    ['0812 3456 7890', 'identity_phone'],
    ['6471052304900001', 'identity_nik'],
    ['LP/B/123/XI/2025/BUDI SANTOSO', 'identity_name'],
    ['korban@example.invalid', 'identity_email'],
    ['LP-123', 'lp_pattern'],
  ])('%s is refused as %s', (text, code) => {
    expect(faultsOf(FILLED, text)).toEqual([`lpNumber ${code}`]);
  });

  it.each(['LP/B/123/XI/2025', 'LP/A/7/I/2026/SPKT/POLRESTA BALIKPAPAN', ''])('%s passes', (text) => {
    expect(faultsOf(FILLED, text)).toEqual([]);
  });
});

describe('a correction', () => {
  const record: IncidentInput = {
    ...inputOf(FILLED),
    childInvolved: 'yes',
    places: [
      { role: 'recruitment', precision: 'point', areaCode: KELURAHAN, point: null },
      { role: 'exploitation', precision: 'kelurahan', areaCode: KELURAHAN, point: null },
    ],
  };
  const values = valuesOf(record, 'id');

  it('keeps places that were not touched, the cell of a child case among them', () => {
    const result = validate(values);
    expect(result).toMatchObject({ keepPlaces: [0, 1], input: { places: [], lpNumber: null, childInvolved: 'yes' } });
  });

  it('sends the touched one, and puts a fault of the server at it', () => {
    const touched = {
      ...values,
      places: values.places.map((place) => (place.kept === 1 ? { ...place, kept: null } : place)),
    };
    expect(validate(touched)).toMatchObject({
      keepPlaces: [0],
      input: { places: [{ role: 'exploitation', precision: 'kelurahan', areaCode: KELURAHAN }] },
    });
    expect(formField('incident.places.0.areaCode', touched)).toBe('places.1.areaCode');
    expect(formField('places.0', touched)).toBe('places.1.role');
    expect(formField('places.3.point', touched)).toBe('places');
    expect(formField('acts.0', touched)).toBe('acts');
  });

  it('asks for a place again when a kept cell is given up', () => {
    const touched = { ...values, places: values.places.map((place) => ({ ...place, kept: null })) };
    expect(faultsOf(touched)).toEqual(['places.0.point point_missing']);
  });
});
