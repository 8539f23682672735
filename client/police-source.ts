import type { Evidence } from '../domain/evidence.ts';
import { policeStatementOf } from '../domain/police-statement.ts';
import type { AreaGiven } from './model.ts';

/**
 * A row of evidence of the source that the police statement comes from: the one source whose rows say of every
 * kecamatan what the layer says of it. Null when there is none.
 */
export function policeSource(
  rows: readonly Pick<AreaGiven, 'code' | 'level' | 'policeStatement'>[],
  evidence: readonly Evidence[],
): Evidence | null {
  const says = ({ sourceUrl }: Evidence): boolean =>
    rows.every((row) => policeStatementOf(row, evidence, sourceUrl) === row.policeStatement);
  const isNamed = rows.some(({ policeStatement }) => policeStatement !== null && policeStatement !== 'not_mentioned');
  return isNamed ? (evidence.find(says) ?? null) : null;
}
