import * as z from 'zod/mini';
import { EVIDENCE_TAGS, type EvidenceTag } from './factor.ts';

export const EVIDENCE_KINDS = ['statement', 'report', 'measurement', 'survey', 'inference'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const DIRECTIONS = ['raises', 'lowers', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A official statistic or survey · B named office · C press or open data · D inference. Best first. */
export const GRADES = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** How much the source says, weakest first. `absent` is allowed to a measurement only. */
export const STRENGTHS = ['absent', 'limited', 'present', 'named', 'principal'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const ISO_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * One finding about one area and one factor, in our own words.
 * A null `sourceDate` means that the source shows none ("tanpa tanggal").
 */
export const evidenceSchema = z.object({
  id: z.string().check(z.regex(/^EV\d{3,5}$/)),
  areaCode: z.string().check(z.regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/)),
  factor: z.enum(EVIDENCE_TAGS as [EvidenceTag, ...EvidenceTag[]]),
  kind: z.enum(EVIDENCE_KINDS),
  direction: z.enum(DIRECTIONS),
  strength: z.nullable(z.enum(STRENGTHS)),
  grade: z.enum(GRADES),
  /** A measured value with its goalposts, all in `unit`; only for kind `measurement`. */
  measured: z.nullable(
    z.object({ value: z.number(), goalLow: z.number(), goalHigh: z.number(), unit: z.string().check(z.minLength(1)) }),
  ),
  finding: z.string().check(z.minLength(1)),
  findingEn: z.string().check(z.minLength(1)),
  sourceTitle: z.string().check(z.minLength(1)),
  sourcePublisher: z.string().check(z.minLength(1)),
  sourceDate: z.nullable(z.string().check(z.regex(ISO_DATE))),
  sourceUrl: z.string().check(z.regex(/^https?:\/\/\S+$/)),
});

export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;
