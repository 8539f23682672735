import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CaseChunk } from '../../../server/importing/case-chunk.ts';
import { CaseTally } from '../../../server/importing/case-tally.ts';
import { type PackedRows, unpackValues } from '../../../server/store/bulk-pack.ts';
import { toIncidentRow, toPlaceRows } from '../../../server/store/incident-row.ts';
import { sumTally, tallyRowsOf } from '../../../server/store/incident-tally.ts';
import { incidentRecord } from '../../domain/incident-arbitrary.ts';

const origin = { seq: 0, importSeq: 7, at: '2026-11-24T00:00:00.000Z', userId: 'u1' };
const cases = fc.array(incidentRecord, { minLength: 1, maxLength: 30 });

function rowsOf(packed: PackedRows): Record<string, unknown>[] {
  const width = packed.names.length;
  const values = unpackValues(packed, 0, packed.count);
  return Array.from({ length: packed.count }, (_, row) =>
    Object.fromEntries(packed.names.map((name, c) => [name, values[row * width + c]])),
  );
}

it('a chunk holds every case with its places, those of one role and cell side by side, alike ones in their order', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const chunk = new CaseChunk(origin);
      for (const [i, incident] of given.entries()) chunk.add(incident, i);
      const { incidents, places, placesFrom } = chunk.take();
      expect(chunk.size).toBe(0);
      const roles = [...new Set(given.map(({ places: [first] }) => first?.role))];
      const sorted = given
        .map((incident, i) => ({ incident, i, first: toPlaceRows(incident, origin)[0] }))
        .sort((a, b) => {
          const byRole = roles.indexOf(a.incident.places[0]?.role) - roles.indexOf(b.incident.places[0]?.role);
          return byRole || (a.first?.cell ?? -1) - (b.first?.cell ?? -1) || a.i - b.i;
        });
      expect(rowsOf(incidents)).toEqual(sorted.map(({ incident, i }) => toIncidentRow(incident, origin, i)));
      expect(rowsOf(places)).toEqual(sorted.flatMap(({ incident }) => toPlaceRows(incident, origin)));
      const counts = sorted.map(({ incident }) => incident.places.length);
      expect([...placesFrom].map((from, i) => (placesFrom[i + 1] ?? from) - from)).toEqual([...counts, 0]);
    }),
  );
});

it('the counts of a file are the sums over its cases', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const tally = new CaseTally();
      // Each three times; of a child the cell without the point, and then not even that.
      const dropped = given.map((one) => ({ ...one, places: one.places.map((place) => ({ ...place, point: null })) }));
      const bare = dropped.map((one) => ({ ...one, places: one.places.map((place) => ({ ...place, h3: null })) }));
      const all = [...given, ...dropped, ...bare];
      for (const incident of all) tally.add(incident);
      expect(tally.rows(7)).toEqual(sumTally(all.flatMap((incident) => tallyRowsOf(incident, 7))));
    }),
  );
});
