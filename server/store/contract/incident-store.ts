import type { Incident, IncidentSource, PlaceRole, Platform, Stage } from '../../../domain/incident.ts';
import type { AuditEntry } from './audit-store.ts';

/** An incident with what the store knows of it. `incident.id` is the number as text; `training` is false. */
export interface IncidentRecord {
  readonly incident: Incident;
  readonly closed: boolean;
  /** 1 at first, one more with each change. */
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
  readonly mergedInto: string | null;
}

export interface IncidentRevision {
  readonly version: number;
  readonly at: string;
  readonly userId: string;
  readonly action: string;
  readonly before: Incident;
}

/** Inclusive months `YYYY-MM`; null is open. */
export interface IncidentFilter {
  readonly role: PlaceRole | null;
  readonly source: IncidentSource | null;
  readonly platform: Platform | null;
  readonly stage: Stage | null;
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
}

export interface ListQuery extends IncidentFilter {
  readonly limit: number;
  /** What `next` of the page before said. */
  readonly after: string | null;
  /** True: the deleted ones, and no others. */
  readonly deleted: boolean;
}

/** One map shows one role. Without a stage it leaves out vice raids and cases found not to be TPPO. */
export interface MapFilter extends IncidentFilter {
  readonly role: PlaceRole;
}

export interface PointQuery extends MapFilter {
  /** west, south, east, north; degrees. */
  readonly box: readonly [number, number, number, number];
  readonly limit: number;
  /** What `next` of the page before said. */
  readonly after: string | null;
}

/** A place with coordinates: never of a child case. */
export interface IncidentPoint {
  /** Of the incident. */
  readonly id: string;
  readonly point: readonly [number, number];
  readonly h3: string;
  readonly month: string;
  readonly source: IncidentSource;
  readonly stage: Stage;
  readonly platforms: readonly Platform[];
}

export interface PointPage {
  readonly points: readonly IncidentPoint[];
  /** Not null: there is more, also where a narrow filter made this page shorter than its limit. */
  readonly next: string | null;
}

/** Cases with a place in one H3 cell (resolution 8). */
export interface IncidentCell {
  readonly h3: string;
  readonly n: number;
}

/** Cases with a place of the role, each once, by what a map can show of them. */
export interface MappedCount {
  readonly events: number;
  /** Shown as points. */
  readonly withPoint: number;
  /** Shown in hexagons: those with a point, and child cases. */
  readonly withCell: number;
}

/** Cases of a selection by area and source; null = online. Each counts once, by the place that a map shows best. */
export interface IncidentArea {
  readonly areaCode: string | null;
  readonly source: IncidentSource;
  readonly n: number;
}

/** `kecamatan` counts a case once, in the kecamatan of the place that a map shows best; its category is `''`. */
export const COUNT_DIMENSIONS = ['source', 'stage', 'platform', 'kecamatan'] as const;

export interface CountQuery {
  readonly role: PlaceRole;
  readonly dimension: (typeof COUNT_DIMENSIONS)[number];
}

export interface IncidentCount {
  /** Smallest area known: kelurahan, kecamatan or the city; null for online. */
  readonly areaCode: string | null;
  readonly year: number;
  readonly category: string;
  readonly n: number;
}

/** What a write needs besides the record: who, when, and the line of the audit log that goes with it. */
export interface Write {
  readonly at: string;
  readonly audit: AuditEntry;
}

/** Somebody else changed the record meanwhile, it is gone, or closed (or, for reopening, open). */
export type WriteResult =
  | { readonly ok: true; readonly record: IncidentRecord }
  | { readonly ok: false; readonly reason: 'not_found' | 'changed_meanwhile' | 'closed' };

/** What came of a case that was sent under a key: made now, by the same content before, or by another content before. */
export interface SentResult {
  readonly outcome: 'made' | 'made_before' | 'other_content';
  /** The one case of the key. */
  readonly record: IncidentRecord;
}

/** Which incidents retention takes for good. */
export interface PurgeQuery {
  /** Deleted before this moment (RFC 3339). */
  readonly deletedBefore: string;
  /** Closed ones of a month before this one (`YYYY-MM`); null = none. */
  readonly closedBeforeMonth: string | null;
}

export interface IncidentStore {
  get(id: string): Promise<IncidentRecord | null>;
  /** Newest month first, then by number; `after` is `next` of the page before. Deleted ones only when asked for. */
  list(query: ListQuery): Promise<{ readonly records: readonly IncidentRecord[]; readonly next: string | null }>;
  revisions(id: string): Promise<readonly IncidentRevision[]>;
  /**
   * Others that may be the same case, at most 20: the same LP number within a month of it, or the same month with a
   * place of the same role in the same area. Shown, never dropped.
   */
  duplicatesOf(incident: Incident): Promise<readonly IncidentRecord[]>;
  /** First and last month of what is kept; null when nothing is. */
  months(): Promise<readonly [string, string] | null>;
  /** Each write, its revision, its counts and its audit line are one transaction. */
  create(incident: Incident, write: Write): Promise<IncidentRecord>;
  /** As `create`, but once for a user (of `write`) and a key: the key is kept in the transaction of the record. */
  createOnce(key: string, incident: Incident, write: Write): Promise<SentResult>;
  /** Forgets the keys of before this moment (RFC 3339); answers how many. */
  forgetSent(before: string): Promise<number>;
  change(id: string, version: number, incident: Incident, write: Write): Promise<WriteResult>;
  setClosed(id: string, version: number, closed: boolean, write: Write): Promise<WriteResult>;
  remove(id: string, version: number, write: Write): Promise<WriteResult>;
  /** Keeps `intoId`, removes the other and says where it went. */
  merge(id: string, version: number, intoId: string, write: Write): Promise<WriteResult>;
  /** Points in a stable order (cell, then number). */
  points(query: PointQuery): Promise<PointPage>;
  /** Cases by H3 cell, ordered by cell; `without_point`: child cases, of which no point is kept. */
  cells(filter: MapFilter, which: 'all' | 'without_point'): Promise<readonly IncidentCell[]>;
  mapped(filter: MapFilter): Promise<MappedCount>;
  /** What a map shows as a table, with what it cannot show; by area and source. */
  byArea(filter: MapFilter): Promise<readonly IncidentArea[]>;
  counts(query: CountQuery): Promise<readonly IncidentCount[]>;
  /** How many a purge would take. */
  purgeable(which: PurgeQuery): Promise<number>;
  /** Takes at most `limit` for good, with their revisions; the audit line is written when there was one to take. */
  purge(which: PurgeQuery, limit: number, write: Write): Promise<number>;
}
