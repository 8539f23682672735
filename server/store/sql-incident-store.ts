import { type Kysely, sql } from 'kysely';
import { type Incident, incidentSchema } from '../../domain/incident.ts';
import type { IncidentStore } from './contract/incident-store.ts';
import { readStored } from './damaged-store.ts';
import { createIncidentOnce, forgetSent } from './incident-once.ts';
import { pointsWithin } from './incident-points.ts';
import { countPurgeable, purgeIncidents } from './incident-purge.ts';
import { listRecords, monthSpan, possibleDuplicates, readRecord, seqOf } from './incident-read.ts';
import { fingerprintOf } from './incident-row.ts';
import { countByArea, countByCell, mappedCount } from './incident-scan.ts';
import { visible } from './incident-visible.ts';
import { changeIncident, createIncident, removeIncident, setIncidentClosed } from './incident-write.ts';
import type { Schema } from './schema.ts';
import { sealFingerprint } from './seal-fingerprints.ts';

const WHAT = 'incidents';

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Incidents over any database that Kysely speaks. `fingerprintKey` makes the digests of records useless elsewhere; null
 * for a program that writes no incident: it throws when it does.
 */
export function sqlIncidentStore(db: Kysely<Schema>, fingerprintKey: string | null): IncidentStore {
  const fingerprint = (incident: Incident): number => {
    if (fingerprintKey === null) throw new Error('incidents are written without the key of their fingerprints');
    return sealFingerprint(fingerprintOf(incident), fingerprintKey);
  };
  return {
    get: (id) => readStored(WHAT, () => readRecord(db, id)),
    list: (query) => readStored(WHAT, () => listRecords(db, query)),
    revisions: (id) =>
      readStored(WHAT, async () => {
        const rows = await db
          .selectFrom('incident_revision')
          .selectAll()
          .where('incident_seq', '=', seqOf(id) ?? 0)
          .orderBy('version', 'desc')
          .execute();
        return rows.map(({ version, at, user_id: userId, action, before }) => ({
          version,
          at,
          userId,
          action,
          before: incidentSchema.parse(JSON.parse(before)),
        }));
      }),
    duplicatesOf: (incident) => readStored(WHAT, () => possibleDuplicates(db, incident)),
    months: () => readStored(WHAT, () => monthSpan(db)),
    create: (incident, write) => createIncident(db, incident, write, fingerprint),
    createOnce: (key, incident, write) => createIncidentOnce(db, key, incident, write, fingerprint),
    forgetSent: (before) => forgetSent(db, before),
    change: (id, version, incident, write) => changeIncident(db, { id, version, incident, write }, fingerprint),
    setClosed: (id, version, closed, write) => setIncidentClosed(db, { id, version, closed, write }),
    remove: (id, version, write) => removeIncident(db, { id, version, into: null, write }, fingerprint),
    merge: (id, version, into, write) => removeIncident(db, { id, version, into, write }, fingerprint),
    points: (query) => readStored(WHAT, () => pointsWithin(db, query)),
    cells: (filter, which) => readStored(WHAT, () => countByCell(db, filter, which)),
    mapped: (filter) => readStored(WHAT, () => mappedCount(db, filter)),
    byArea: (filter) => readStored(WHAT, () => countByArea(db, filter)),
    counts: ({ role, dimension }) =>
      readStored(WHAT, async () => {
        const rows = await db
          .selectFrom('incident_tally')
          .where('role', '=', role)
          .where('dimension', '=', dimension)
          .where(visible('import_seq'))
          .groupBy(['area_code', 'year', 'category'])
          .select(['area_code', 'year', 'category', sql<number>`sum(n)`.as('n')])
          .execute();
        // Sorted here: PostgreSQL's order of texts depends on how it was set up.
        rows.sort((a, b) => compare(a.area_code, b.area_code) || a.year - b.year || compare(a.category, b.category));
        return rows.flatMap(({ area_code, year, category, n }) =>
          Number(n) === 0 ? [] : [{ areaCode: area_code === '' ? null : area_code, year, category, n: Number(n) }],
        );
      }),
    purgeable: (which) => countPurgeable(db, which),
    purge: (which, limit, write) => purgeIncidents(db, which, limit, write),
  };
}
