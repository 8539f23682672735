import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** Rows that anybody may see: of the form, and of imports that were made visible. */
export const SEEN = "(import_seq = 0 or import_seq in (select seq from import where state = 'visible'))";

export interface VisibleCases {
  readonly incidents: number;
  readonly places: number;
  readonly counts: number;
  readonly checksum: string;
}

/** What anybody may see: cases, places, counts, and a sum over the cases of a day of the month, numbers aside. */
export function visibleCases(file: Database.Database, day: number): VisibleCases {
  const one = (sql: string) => Number(file.prepare(sql).pluck().get());
  const rows = file
    .prepare(
      `select i.month, i.acts, i.means, i.purposes, i.source, i.stage, i.platforms, i.victims, i.suspects,
        i.child_involved, i.lp_hash, i.fingerprint, p.role, p.precision, p.area_code, p.h3, p.longitude, p.latitude, p.cell
        from incident i join incident_place p on p.seq = i.seq * 16 where i.day = ? and ${SEEN.replaceAll('import_seq', 'i.import_seq')}`,
    )
    .raw()
    .all(day)
    .map((row) => JSON.stringify(row))
    .sort();
  return {
    incidents: one(`select count(*) from incident where ${SEEN}`),
    places: one(`select count(*) from incident_place where ${SEEN}`),
    counts: one(`select coalesce(sum(n), 0) from incident_tally where ${SEEN} and dimension = 'source'`),
    checksum: createHash('sha256').update(rows.join('\n')).digest('hex'),
  };
}
