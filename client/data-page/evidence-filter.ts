import { isWithin } from '../../domain/area.ts';
import type { Evidence } from '../../domain/evidence.ts';

export interface EvidenceFilter {
  /** Any part of finding, source or number, in either language; case does not matter. */
  readonly text: string;
  /** Area code: the area itself and what lies inside it; '' = all. */
  readonly area: string;
  readonly factor: string;
  readonly grade: string;
}

export const NO_FILTER: EvidenceFilter = { text: '', area: '', factor: '', grade: '' };

/** The rows that pass every part of the filter, in their own order. */
export function filterEvidence(rows: readonly Evidence[], filter: EvidenceFilter): readonly Evidence[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (filter.area !== '' && !isWithin(row.areaCode, filter.area)) return false;
    if (filter.factor !== '' && row.factor !== filter.factor) return false;
    if (filter.grade !== '' && row.grade !== filter.grade) return false;
    const text = `${row.id} ${row.finding} ${row.findingEn} ${row.sourceTitle} ${row.sourcePublisher}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
