import { describe, expect, it } from 'vitest';
import { checkPoint } from '../../../../client/incidents/form/point-check.ts';
import { CITY_HALL, KELURAHAN } from './filled.ts';

const inKelurahan = () => KELURAHAN;
const check = (longitude: string, latitude: string) => checkPoint({ longitude, latitude }, inKelurahan);

describe('checkPoint', () => {
  it('finds the kelurahan by the boundaries, and says nothing of it without them', () => {
    expect(checkPoint(CITY_HALL, inKelurahan)).toEqual({
      status: 'inside',
      point: [116.8312, -1.2654],
      kelurahan: KELURAHAN,
    });
    expect(checkPoint(CITY_HALL, null)).toMatchObject({ status: 'inside', kelurahan: null });
  });

  it('asks the boundaries, not the box: a place at sea within the box is outside', () => {
    expect(checkPoint(CITY_HALL, () => null).status).toBe('outside');
    expect(check('110,4', '-6,9').status).toBe('outside');
  });

  it('notices swapped coordinates, also without the minus', () => {
    expect(check('-1,2654', '116,8312')).toEqual({ status: 'swapped', meant: [116.8312, -1.2654] });
    expect(check('1,2654', '116,8312')).toEqual({ status: 'swapped', meant: [116.8312, -1.2654] });
  });

  it('notices a latitude without its minus', () => {
    expect(check('116,8312', '1,2654')).toEqual({ status: 'north', meant: [116.8312, -1.2654] });
  });

  it('names the one that is no number', () => {
    expect(check('jalan', '-1,2')).toEqual({ status: 'not_a_number', field: 'longitude' });
    expect(check('116,8', '')).toEqual({ status: 'not_a_number', field: 'latitude' });
    expect(check(' ', '')).toEqual({ status: 'empty' });
  });
});
