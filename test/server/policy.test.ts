import { describe, expect, it } from 'vitest';
import type { Incident } from '../../domain/incident.ts';
import { PERMISSIONS } from '../../domain/role.ts';
import { ANONYMOUS, isAllowed, redactTrainingIncident } from '../../server/policy.ts';
import { PUBLIC_ROUTES, ROUTES } from '../../server/routes/table.ts';

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

  it('open data is for everybody; no route is without an access that means something', () => {
    for (const { path, access } of PUBLIC_ROUTES) expect([path, access]).toEqual([path, 'public']);
    const known: readonly string[] = ['public', 'session', ...PERMISSIONS];
    expect(ROUTES.filter(({ access }) => !known.includes(access))).toEqual([]);
  });

  it('a session is enough where one is asked for, and no permission without its role', () => {
    const pending = { role: 'public', userId: 'u', sessionId: 's', ip: null } as const;
    expect(isAllowed('session', ANONYMOUS)).toBe(false);
    expect(isAllowed('session', pending)).toBe(true);
    expect(PERMISSIONS.filter((permission) => isAllowed(permission, pending))).toEqual([]);
    expect(isAllowed('user.manage', { ...pending, role: 'admin' })).toBe(true);
    expect(isAllowed('user.manage', { ...pending, role: 'admin', userId: null })).toBe(false);
  });

  it('a satgas whom no colleague has confirmed has the own account only, whatever else is said of them', () => {
    for (const role of ['public', 'satgas', 'admin'] as const) {
      const waits = { role, userId: 'u', sessionId: 's', ip: null, unconfirmed: true } as const;
      expect(PERMISSIONS.filter((permission) => isAllowed(permission, waits))).toEqual(['account.own']);
    }
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
