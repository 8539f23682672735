import { type Evidence, evidenceSchema } from '../../domain/evidence.ts';
import type { Source } from '../source.ts';
import { SourceFault } from '../source-fault.ts';
import { UNDATED } from '../validate/evidence.ts';

/** Checked rows as domain evidence, by id. Notes stay in the source. Throws a SourceFault for a row that does not fit. */
export function buildEvidence({ evidence }: Source): readonly Evidence[] {
  const rows = evidence.map(({ line, cell }) => {
    const parsed = evidenceSchema.safeParse({
      id: cell.id,
      areaCode: cell.area_code,
      factor: cell.factor,
      kind: cell.kind,
      direction: cell.direction,
      strength: cell.strength === '' ? null : cell.strength,
      grade: cell.grade,
      measured:
        cell.measured_value === ''
          ? null
          : {
              value: Number(cell.measured_value),
              goalLow: Number(cell.goal_low),
              goalHigh: Number(cell.goal_high),
              unit: cell.unit,
            },
      finding: cell.finding,
      findingEn: cell.finding_en,
      sourceTitle: cell.source_title,
      sourcePublisher: cell.source_publisher,
      sourceDate: cell.source_date === UNDATED ? null : cell.source_date,
      sourceUrl: cell.source_url,
    });
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new SourceFault(
      `evidence.csv row ${line}, column ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? 'invalid'}`,
    );
  });
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
