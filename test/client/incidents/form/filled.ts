import { emptyPlace, type FormValues, type PlaceValue } from '../../../../client/incidents/form/form-values.ts';

export const CITY_HALL = { longitude: '116,8312', latitude: '−1,2654' } as const;
export const KELURAHAN = '64.71.05.1001';

/** A UUID of no draft of anybody. */
export const SEND_KEY = '7d0a4c5e-2f31-4b8e-9a06-0c1d2e3f4a5b';

/** A form that lacks nothing. */
export const FILLED: FormValues = {
  sendKey: SEND_KEY,
  monthOfYear: '10',
  year: '2026',
  day: 5,
  source: 'lp_b',
  stage: 'lp',
  acts: ['recruit'],
  means: [],
  purposes: ['sexual_exploitation'],
  platforms: [],
  places: [{ ...emptyPlace(0), role: 'recruitment', way: 'point', ...CITY_HALL }],
  victims: '1',
  suspects: '2-4',
  childInvolved: 'no',
};

export function withPlace(place: Partial<PlaceValue>, values: FormValues = FILLED): FormValues {
  return { ...values, places: [{ ...emptyPlace(0), role: 'recruitment', ...place }] };
}
