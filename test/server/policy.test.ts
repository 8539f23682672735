import { describe, expect, it } from 'vitest';
import type { Incident } from '../../domain/incident.ts';
import { ANONYMOUS, isAllowed, redactTrainingIncident } from '../../server/policy.ts';
import { ROUTES } from '../../server/routes/table.ts';

const INCIDENT: Incident = {
  id: 'T',
  training: true,
  month: '2026-01',
  day: 3,
  acts: ['recruit'],
  means: [],
  purposes: ['other'],
  source: 'lp_b',
  stage: 'lp',
  platforms: [],
  victims: '1',
  suspects: '1',
  childInvolved: 'no',
  lpNumberHash: 'x',
  places: [{ role: 'rescue', precision: 'point', areaCode: null, h3: '88', point: [1, 2] }],
};

describe('policy', () => {
  it('what says nothing is refused', () => {
    expect(isAllowed(undefined, ANONYMOUS)).toBe(false);
    expect(isAllowed('public', ANONYMOUS)).toBe(true);
  });

  it('every route says who may read it', () => {
    for (const { path, access } of ROUTES) expect([path, access]).toEqual([path, 'public']);
  });

  it('a real incident has no public answer', () => {
    expect(redactTrainingIncident({ ...INCIDENT, training: false })).toBeNull();
  });

  it.each([
    ['yes', null],
    ['unknown', null],
    ['no', [1, 2]],
  ] as const)('child involved %s → point %s', (childInvolved, point) => {
    expect(redactTrainingIncident({ ...INCIDENT, childInvolved })?.places[0]?.point).toEqual(point);
  });
});
