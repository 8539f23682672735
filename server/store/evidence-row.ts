import type { Selectable } from 'kysely';
import { type Evidence, evidenceSchema } from '../../domain/evidence.ts';
import type { Schema } from './schema.ts';

type EvidenceRow = Selectable<Schema['evidence']>;

export function toEvidenceRow(row: Evidence, position: number): EvidenceRow {
  return {
    id: row.id,
    position,
    area_code: row.areaCode,
    factor: row.factor,
    kind: row.kind,
    direction: row.direction,
    strength: row.strength,
    grade: row.grade,
    measured_value: row.measured?.value ?? null,
    measured_goal_low: row.measured?.goalLow ?? null,
    measured_goal_high: row.measured?.goalHigh ?? null,
    measured_unit: row.measured?.unit ?? null,
    finding: row.finding,
    finding_en: row.findingEn,
    source_title: row.sourceTitle,
    source_publisher: row.sourcePublisher,
    source_date: row.sourceDate,
    source_url: row.sourceUrl,
  };
}

/** Throws when the row is none: what was written was checked, so the file was changed by hand. */
export function fromEvidenceRow(row: EvidenceRow): Evidence {
  const measured =
    row.measured_value === null
      ? null
      : {
          value: row.measured_value,
          goalLow: row.measured_goal_low,
          goalHigh: row.measured_goal_high,
          unit: row.measured_unit,
        };
  return evidenceSchema.parse({
    id: row.id,
    areaCode: row.area_code,
    factor: row.factor,
    kind: row.kind,
    direction: row.direction,
    strength: row.strength,
    grade: row.grade,
    measured,
    finding: row.finding,
    findingEn: row.finding_en,
    sourceTitle: row.source_title,
    sourcePublisher: row.source_publisher,
    sourceDate: row.source_date,
    sourceUrl: row.source_url,
  });
}
