import { describe, expect, it } from 'vitest';
import { differingFields } from '../../../client/incidents/case-fields.ts';
import type { ShownIncident } from '../../../client/incidents/incident-api.ts';

const CASE: ShownIncident = {
  id: '1',
  month: '2026-03',
  day: 4,
  acts: ['recruit'],
  means: [],
  purposes: ['other'],
  source: 'lp_b',
  stage: 'lp',
  platforms: [],
  places: [
    { role: 'transit', precision: 'point', areaCode: '64.71.05.1001', h3: '88688a50dbfffff', point: [116.85, -1.2] },
  ],
  victims: '1',
  suspects: '1',
  childInvolved: 'no',
  hasLpNumber: true,
};
const [PLACE] = CASE.places;

describe('what differs between two cases', () => {
  it('is nothing but the number for the same content', () => {
    expect(differingFields(CASE, { ...CASE, id: '2' })).toEqual([]);
  });

  it.each<[string, Partial<ShownIncident>, string[]]>([
    ['the day is part of the month', { day: null }, ['month']],
    ['a set', { means: ['deception'], platforms: ['michat'] }, ['means', 'platforms']],
    ['a point alone', { places: PLACE === undefined ? [] : [{ ...PLACE, point: [116.86, -1.2] }] }, ['places']],
    ['whether there is a number', { hasLpNumber: false }, ['lpNumber']],
    [
      'in the order of the form',
      { childInvolved: 'yes', stage: 'p21', month: '2026-04' },
      ['month', 'stage', 'childInvolved'],
    ],
  ])('%s', (_, part, fields) => {
    expect(differingFields(CASE, { ...CASE, ...part })).toEqual(fields);
  });
});
