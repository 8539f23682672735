import type { Evidence } from '../domain/evidence.ts';
import { readFactor } from '../domain/risk/read.ts';

/** Whether a dated row is "bukti lama" at an ISO date, by the same rule that marks a reading. */
export function isOldEvidence(row: Evidence, asOf: string): boolean {
  if (row.sourceDate === null) return false;
  // A row that surely reads shares the date rule of readings with this one.
  const probe: Evidence = { ...row, kind: 'statement', direction: 'raises', strength: 'present', measured: null };
  const reading = readFactor([probe], { minimumGrade: 'D', asOf });
  return reading.status === 'observed' && reading.old;
}
