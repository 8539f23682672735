import type { Evidence } from './evidence.ts';
import type { Factor } from './factor.ts';

/** Two wordings of one source, not an order; `not_mentioned` is not "safe". */
export const POLICE_STATEMENTS = ['entertainment_trade', 'access_tourism', 'not_mentioned'] as const;
export type PoliceStatement = (typeof POLICE_STATEMENTS)[number];

const WORDING: Readonly<Partial<Record<Factor, PoliceStatement>>> = {
  entertainment: 'entertainment_trade',
  trade: 'entertainment_trade',
  inter_provincial_access: 'access_tourism',
  nature_tourism: 'access_tourism',
};

/**
 * What the police statement says of one kecamatan: read from the evidence rows of that source.
 * The statement names kecamatan; for any other level the answer is null (it is not copied down).
 */
export function policeStatementOf(
  area: { readonly code: string; readonly level: string },
  evidence: readonly Evidence[],
  sourceUrl: string,
): PoliceStatement | null {
  if (area.level !== 'kecamatan') return null;
  for (const row of evidence) {
    if (row.sourceUrl !== sourceUrl || row.areaCode !== area.code) continue;
    const wording = WORDING[row.factor as Factor];
    if (wording !== undefined) return wording;
  }
  return 'not_mentioned';
}
