import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../domain/incident.ts';
import { sqlIncidentStore } from '../../../server/store/sql-incident-store.ts';
import { FINGERPRINT_KEY } from '../fixture/fingerprint-key.ts';
import type { OpenDb } from './back-end.ts';
import { CREATE } from './incident-acts.ts';

const BASE: Incident = {
  id: '',
  training: false,
  month: '2025-03',
  day: 4,
  acts: ['recruit'],
  means: [],
  purposes: ['sexual_exploitation'],
  source: 'lp_b',
  stage: 'lp',
  platforms: ['michat'],
  places: [{ role: 'exploitation', precision: 'kelurahan', areaCode: '64.71.05.1001', h3: null, point: null }],
  victims: '1',
  suspects: '1',
  childInvolved: 'no',
  lpNumberHash: null,
};

/** What a form that is sent again comes to. */
export function sentContract(openDb: OpenDb): void {
  describe('a case that is sent under a key', () => {
    it('is made once for a user, however often it is sent', async () => {
      const store = sqlIncidentStore(await openDb(), FINGERPRINT_KEY);
      const [key, other] = ['7d0a4c5e-2f31-4b8e-9a06-0c1d2e3f4a5b', '7d0a4c5e-2f31-4b8e-9a06-0c1d2e3f4a5c'];
      const first = await store.createOnce(key, BASE, CREATE);
      expect(first.outcome).toBe('made');
      expect(await store.createOnce(key, BASE, CREATE)).toEqual({ ...first, outcome: 'made_before' });
      const { incident } = first.record;
      expect(await store.createOnce(key, { ...BASE, stage: 'verdict' }, CREATE)).toEqual({
        ...first,
        outcome: 'other_content',
      });
      const stranger = { ...CREATE, audit: { ...CREATE.audit, userId: 'somebody-else' } };
      const made = [await store.createOnce(key, BASE, stranger), await store.createOnce(other, BASE, CREATE)];
      expect(made.map(({ outcome }) => outcome)).toEqual(['made', 'made']);
      expect(new Set([incident.id, ...made.map(({ record }) => record.incident.id)]).size).toBe(3);
      // Two sends at the same time.
      const third = '7d0a4c5e-2f31-4b8e-9a06-0c1d2e3f4a5d';
      const both = await Promise.allSettled([
        store.createOnce(third, BASE, CREATE),
        store.createOnce(third, BASE, CREATE),
      ]);
      const ids = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.record.incident.id] : []));
      expect(new Set(ids).size).toBe(1);
      expect((await store.createOnce(third, BASE, CREATE)).record.incident.id).toBe(ids[0]);
      expect(await store.forgetSent('9999-01-01T00:00:00.000Z')).toBe(4);
      expect((await store.createOnce(key, BASE, CREATE)).outcome).toBe('made');
    });
  });
}
