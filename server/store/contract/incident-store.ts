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

export interface PointQuery extends IncidentFilter {
  /** One map shows one role. */
  readonly role: PlaceRole;
  /** west, south, east, north; degrees. */
  readonly box: readonly [number, number, number, number];
  readonly limit: number;
  /** What `next` of the page before said. */
  readonly after: string | null;
}

export interface IncidentPoint {
  readonly id: string;
  /** Coordinates where they are kept; a child case has only its cell. */
  readonly point: readonly [number, number] | null;
  readonly h3: string;
  readonly month: string;
  readonly source: IncidentSource;
  readonly stage: Stage;
  readonly platforms: readonly Platform[];
}

export interface CountQuery {
  readonly role: PlaceRole;
  readonly dimension: 'source' | 'stage' | 'platform';
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

/** Somebody else changed the record meanwhile, or it is gone. */
export type WriteResult =
  | { readonly ok: true; readonly record: IncidentRecord }
  | { readonly ok: false; readonly reason: 'not_found' | 'changed_meanwhile' };

export interface IncidentStore {
  get(id: string): Promise<IncidentRecord | null>;
  /** Newest month first, then by number; `after` is `next` of the page before. Deleted ones only when asked for. */
  list(
    query: IncidentFilter & { readonly limit: number; readonly after: string | null; readonly deleted: boolean },
  ): Promise<{ readonly records: readonly IncidentRecord[]; readonly next: string | null }>;
  revisions(id: string): Promise<readonly IncidentRevision[]>;
  /** Others of the same LP number hash, month or area: shown, never dropped. */
  duplicatesOf(incident: Incident): Promise<readonly IncidentRecord[]>;
  /** Each write, its revision, its counts and its audit line are one transaction. */
  create(incident: Incident, write: Write): Promise<IncidentRecord>;
  change(id: string, version: number, incident: Incident, write: Write): Promise<WriteResult>;
  setClosed(id: string, version: number, closed: boolean, write: Write): Promise<WriteResult>;
  remove(id: string, version: number, write: Write): Promise<WriteResult>;
  /** Keeps `intoId`, removes the other and says where it went. */
  merge(id: string, version: number, intoId: string, write: Write): Promise<WriteResult>;
  /** Points in a stable order (cell, then number). */
  points(query: PointQuery): Promise<{ readonly points: readonly IncidentPoint[]; readonly next: string | null }>;
  /** Mapped places by H3 cell (resolution 8). */
  cells(
    filter: IncidentFilter & { readonly role: PlaceRole },
  ): Promise<readonly { readonly h3: string; readonly n: number }[]>;
  /** Incidents with a place of the role, and those of them that a map cannot show as a point. */
  mapped(
    filter: IncidentFilter & { readonly role: PlaceRole },
  ): Promise<{ readonly events: number; readonly unmapped: number }>;
  counts(query: CountQuery): Promise<readonly IncidentCount[]>;
  /** Deleted before `deletedBefore`, or of a month before `monthBefore`; at most `limit`. */
  purge(
    which: { readonly deletedBefore: string; readonly monthBefore: string | null },
    limit: number,
    write: Write | null,
  ): Promise<number>;
}
