import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, fromIncidentRows, toIncidentRow, toPlaceRows } from '../../../server/store/incident-row.ts';
import { incidentRecord } from '../../domain/incident-arbitrary.ts';
import { kept } from './incident-model.ts';

const ORIGIN = { seq: 5, importSeq: 2, at: '2026-11-24T00:00:00.000Z', userId: 'u1' };

describe('an incident as rows', () => {
  it('comes back as it was, a child case without its points', () => {
    fc.assert(
      fc.property(incidentRecord, (incident) => {
        const rows = toPlaceRows(incident, ORIGIN);
        expect(fromIncidentRows(toIncidentRow(incident, ORIGIN, 1), rows)).toEqual(kept(incident, '5'));
        if (incident.childInvolved === 'no') return;
        for (const row of rows) expect([row.longitude, row.latitude, row.cell]).toEqual([null, null, null]);
      }),
    );
  });

  it('counts once per role: by the place that a map shows best', () => {
    fc.assert(
      fc.property(incidentRecord, (incident) => {
        const rows = toPlaceRows(incident, ORIGIN);
        for (const role of new Set(rows.map((row) => row.role))) {
          const of = rows.filter((row) => row.role === role);
          const counted = of.filter(({ again }) => again === 0);
          expect(counted).toHaveLength(1);
          expect(counted[0]?.located).toBe(Math.max(...of.map(({ located }) => located)));
        }
      }),
    );
  });

  it('has the fingerprint of its content alone, 48 bits', () => {
    fc.assert(
      fc.property(incidentRecord, incidentRecord, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(fingerprintOf({ ...a, id: '9' })).toBe(fingerprintOf(a));
        expect(fingerprintOf(a) === fingerprintOf(b)).toBe(same);
        expect(fingerprintOf(a)).toBeLessThan(2 ** 48);
      }),
    );
  });
});
