/**
 * Real incidents. There is no column that could hold a person. Sets (acts, means, purposes, platforms) are bit masks
 * by the position of the code in `domain/incident.ts`; single codes are text.
 */
export interface IncidentTables {
  readonly incident: {
    /** Ascending, never reused; from `counter`. */
    seq: number;
    /** 0 = written one by one; else the import that brought it, which shows it when it is `visible`. */
    import_seq: number;
    /** Months since year 0: 12 × year + month − 1. */
    month: number;
    day: number | null;
    acts: number;
    means: number;
    purposes: number;
    source: string;
    stage: string;
    platforms: number;
    /** Set of the roles of its places. */
    roles: number;
    victims: string;
    suspects: string;
    child_involved: string;
    /** HMAC-SHA-256 of the LP number with the server's secret, base64url; never the number. */
    lp_hash: string | null;
    /** 48 bits of a keyed digest of everything in the record but `seq`: what says that a row was imported before. */
    fingerprint: number;
    closed: number;
    version: number;
    created_at: string;
    created_by: string;
    updated_at: string;
    /** Soft delete; purged by retention. */
    deleted_at: string | null;
    /** `seq` of the record that this one was merged into; a merged record is deleted as well. */
    merged_into: number | null;
  };
  /** Where it happened. `seq` = incident × 16 + position, so the places of an incident are a range of the key. */
  readonly incident_place: {
    seq: number;
    import_seq: number;
    role: string;
    precision: string;
    /** Smallest area known; null when online. */
    area_code: string | null;
    /** H3 index, resolution 8; only when precision is `point`. */
    h3: string | null;
    /** Degrees; null for a child case, of which only the H3 cell is kept. */
    longitude: number | null;
    latitude: number | null;
    /** Morton code of 2 × 15 bits (`domain/geometry/morton.ts`), null without coordinates. */
    cell: number | null;
    /** How closely a map can show it: 2 = as a point, 1 = as its H3 cell, 0 = not at all. */
    located: number;
    /** 1 when a place of the same role of this incident counts before it: a case counts once on a map. */
    again: number;
    /** Of the incident, repeated: filters need no join. */
    month: number;
    source: string;
    stage: string;
    platforms: number;
    /** 1 when the incident is deleted. */
    hidden: number;
  };
  /**
   * Incidents by area, year, place role and one category at a time, kept in step with every write, so that counts cost
   * the same for ten rows and for a million. An incident counts once per role and area, in the smallest area known.
   * `dimension` is `source`, `stage`, `platform` or `kecamatan` (once per role, without a category); vice raids and
   * cases found not to be TPPO are in `stage` only.
   */
  readonly incident_tally: {
    import_seq: number;
    /** `''` for online and for nothing known. */
    area_code: string;
    year: number;
    role: string;
    dimension: string;
    category: string;
    n: number;
  };
  /** What stood before each change, as JSON of codes. */
  readonly incident_revision: {
    incident_seq: number;
    version: number;
    at: string;
    user_id: string;
    action: string;
    before: string;
  };
  /** The case that a user's key (a UUID) made; forgotten with the case, or after 30 days. */
  readonly incident_sent: { user_id: string; key: string; incident_seq: number; at: string };
  /** Next free number by name (`incident`, `import`). */
  readonly counter: { name: string; next: number };
}
