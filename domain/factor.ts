/** The six risk factors of the index, in page order. */
export const FACTORS = [
  'entertainment',
  'trade',
  'inter_provincial_access',
  'nature_tourism',
  'rdmp_workers',
  'ikn_gateway',
] as const;

export type Factor = (typeof FACTORS)[number];

/** Tags of evidence that never reads: shown beside risk, not inside it. */
export const NON_READING_TAGS = ['coping_capacity', 'context'] as const;

export type EvidenceTag = Factor | (typeof NON_READING_TAGS)[number];

export const EVIDENCE_TAGS: readonly EvidenceTag[] = [...FACTORS, ...NON_READING_TAGS];

export type Dimension = 'exposure' | 'vulnerability' | 'coping_gap';

/** All six factors are exposure today. */
export const DIMENSION_OF: Readonly<Record<Factor, Dimension>> = {
  entertainment: 'exposure',
  trade: 'exposure',
  inter_provincial_access: 'exposure',
  nature_tourism: 'exposure',
  rdmp_workers: 'exposure',
  ikn_gateway: 'exposure',
};

export function isFactor(tag: string): tag is Factor {
  return (FACTORS as readonly string[]).includes(tag);
}
