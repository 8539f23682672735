import { hash } from 'node:crypto';
import { mortonCode } from '../../domain/geometry/morton.ts';
import {
  ACTS,
  type Incident,
  type IncidentPlace,
  incidentSchema,
  MEANS,
  PLACE_ROLES,
  PLATFORMS,
  PURPOSES,
  treatAsChildCase,
} from '../../domain/incident.ts';
import { monthNumber, monthText } from '../../domain/incident-month.ts';
import { bitsOf, codesOf } from '../../domain/incident-set.ts';
import type { IncidentTables } from './tables/incidents.ts';

export type IncidentRow = IncidentTables['incident'];
export type PlaceRow = IncidentTables['incident_place'];

/** Positions of places are four bits of their key. */
export const PLACES_PER_INCIDENT = 16;

/** Where a new record goes, and who brought it when. */
export interface RowOrigin {
  readonly seq: number;
  /** 0 = by hand. */
  readonly importSeq: number;
  /** RFC 3339. */
  readonly at: string;
  readonly userId: string;
}

/**
 * 48 bits that say whether this very record was brought before: SHA-256 over the key and everything in the record but
 * its id. Two of a million alike by chance: 1 in 560.
 */
export function fingerprintOf(incident: Incident): number {
  const { month, day, source, stage, victims, suspects, childInvolved, lpNumberHash, places } = incident;
  const sets = `${bitsOf(ACTS, incident.acts)},${bitsOf(MEANS, incident.means)},${bitsOf(PURPOSES, incident.purposes)}`;
  let text = `\n${month},${day},${sets},${source},${stage},${bitsOf(PLATFORMS, incident.platforms)}`;
  text += `,${victims},${suspects},${childInvolved},${lpNumberHash}`;
  const child = treatAsChildCase(incident);
  for (const { role, precision, areaCode, h3, point } of places) {
    text += `\n${role},${precision},${areaCode},${h3}`;
    // Whole 1e-7 degrees (a centimetre) are written three times as fast as a fraction.
    // A point that is not kept must not be searchable in its digest either.
    if (point !== null && !child) text += `,${Math.round(point[0] * 1e7)},${Math.round(point[1] * 1e7)}`;
  }
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 12), 16);
}

function rolesOf({ places }: Incident): number {
  let bits = 0;
  for (const { role } of places) bits |= 1 << PLACE_ROLES.indexOf(role);
  return bits;
}

/** A new record as its row: version 1, open, not deleted. */
export function toIncidentRow(incident: Incident, origin: RowOrigin, fingerprint: number): IncidentRow {
  return {
    seq: origin.seq,
    import_seq: origin.importSeq,
    month: monthNumber(incident.month),
    day: incident.day,
    acts: bitsOf(ACTS, incident.acts),
    means: bitsOf(MEANS, incident.means),
    purposes: bitsOf(PURPOSES, incident.purposes),
    source: incident.source,
    stage: incident.stage,
    platforms: bitsOf(PLATFORMS, incident.platforms),
    roles: rolesOf(incident),
    victims: incident.victims,
    suspects: incident.suspects,
    child_involved: incident.childInvolved,
    lp_hash: incident.lpNumberHash,
    fingerprint,
    closed: 0,
    version: 1,
    created_at: origin.at,
    created_by: origin.userId,
    updated_at: origin.at,
    deleted_at: null,
    merged_into: null,
  };
}

function locatedOf(h3: string | null, point: unknown): number {
  if (point !== null) return 2;
  return h3 === null ? 0 : 1;
}

/** The places of a record as rows. A child case leaves its coordinates here, whatever the record says. */
export function toPlaceRows(incident: Incident, { seq, importSeq }: Pick<RowOrigin, 'seq' | 'importSeq'>): PlaceRow[] {
  const childCase = treatAsChildCase(incident);
  const month = monthNumber(incident.month);
  const platforms = bitsOf(PLATFORMS, incident.platforms);
  const rows = incident.places.map(({ role, precision, areaCode, h3, point: given }, position): PlaceRow => {
    const point = childCase ? null : given;
    return {
      seq: seq * PLACES_PER_INCIDENT + position,
      import_seq: importSeq,
      role,
      precision,
      area_code: areaCode,
      h3,
      longitude: point === null ? null : point[0],
      latitude: point === null ? null : point[1],
      cell: point === null ? null : mortonCode(point[0], point[1]),
      located: locatedOf(h3, point),
      again: 0,
      month,
      source: incident.source,
      stage: incident.stage,
      platforms,
      hidden: 0,
    };
  });
  if (rows.length > 1) markRepeated(rows);
  return rows;
}

/** Of the places of one role, the one that a map shows best counts; the first of those. */
function markRepeated(rows: PlaceRow[]): void {
  for (const row of rows) {
    row.again = rows.some(
      (other) =>
        other !== row &&
        other.role === row.role &&
        (other.located > row.located || (other.located === row.located && other.seq < row.seq)),
    )
      ? 1
      : 0;
  }
}

/** Back from the rows; throws when they are not what was written. */
export function fromIncidentRows(row: IncidentRow, places: readonly PlaceRow[]): Incident {
  return incidentSchema.parse({
    id: String(row.seq),
    training: false,
    month: monthText(row.month),
    day: row.day,
    acts: codesOf(ACTS, row.acts),
    means: codesOf(MEANS, row.means),
    purposes: codesOf(PURPOSES, row.purposes),
    source: row.source,
    stage: row.stage,
    platforms: codesOf(PLATFORMS, row.platforms),
    places: places.map(placeOf),
    victims: row.victims,
    suspects: row.suspects,
    childInvolved: row.child_involved,
    lpNumberHash: row.lp_hash,
  });
}

function placeOf(row: PlaceRow): Record<keyof IncidentPlace, unknown> {
  const { role, precision, area_code: areaCode, h3, longitude, latitude } = row;
  return {
    role,
    precision,
    areaCode,
    h3,
    point: longitude === null || latitude === null ? null : [longitude, latitude],
  };
}
