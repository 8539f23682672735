/**
 * The tables as Kysely sees them. Text, integers and floating point only; booleans are 0 or 1, JSON is text and
 * dates are ISO text: SQLite and PostgreSQL read them alike.
 */
export interface SeedTables {
  readonly dataset: { name: string; hash: string };
  readonly edition: {
    id: string;
    hash: string;
    status: string;
    title: string;
    published_at: string;
    as_of: string;
    method: string;
    is_current: number;
  };
  readonly area: {
    code: string;
    name: string;
    level: string;
    parent_code: string | null;
    valid_from: string | null;
    valid_to: string | null;
  };
  readonly evidence: {
    id: string;
    position: number;
    area_code: string;
    factor: string;
    kind: string;
    direction: string;
    strength: string | null;
    grade: string;
    measured_value: number | null;
    measured_goal_low: number | null;
    measured_goal_high: number | null;
    measured_unit: string | null;
    finding: string;
    finding_en: string;
    source_title: string;
    source_publisher: string;
    source_date: string | null;
    source_url: string;
  };
  readonly population: {
    code: string;
    period: string;
    position: number;
    year: number;
    population: number;
    stated_total: number | null;
    source: string;
  };
  readonly feature: { collection: string; fid: string; position: number; properties: string; geometry: string | null };
  readonly document: { name: string; body: string };
  readonly training_incident: { id: string; position: number; record: string };
  readonly schema_version: { version: number; applied_at: string };
}
