import type { Evidence } from '../../domain/evidence.ts';
import type { StoredGeometry } from '../store/store.ts';
import { encodeFeature, type Item, placeOf } from './collection.ts';
import { periodOfDate } from './period.ts';

/** Evidence as features without geometry: a row speaks of an area, and is no point on the map. */
export function itemsOfEvidence(
  rows: readonly Evidence[],
  geometryOfArea: ReadonlyMap<string, StoredGeometry | null>,
): readonly Item[] {
  return rows.map((row) => {
    const properties = {
      id: row.id,
      area_code: row.areaCode,
      factor: row.factor,
      kind: row.kind,
      direction: row.direction,
      strength: row.strength,
      grade: row.grade,
      finding: row.finding,
      finding_en: row.findingEn,
      source_title: row.sourceTitle,
      source_publisher: row.sourcePublisher,
      source_date: row.sourceDate,
      source_url: row.sourceUrl,
      measured_value: row.measured?.value ?? null,
      goal_low: row.measured?.goalLow ?? null,
      goal_high: row.measured?.goalHigh ?? null,
      unit: row.measured?.unit ?? null,
    };
    return {
      fid: row.id,
      properties,
      place: placeOf(geometryOfArea.get(row.areaCode)),
      period: row.sourceDate === null ? null : periodOfDate(row.sourceDate),
      bytes: encodeFeature(row.id, properties, null),
    };
  });
}
