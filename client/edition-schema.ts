import * as z from 'zod/mini';

const text = z.string();

const helplineSchema = z.object({
  id: text,
  nameId: text,
  nameEn: text,
  phone: text,
  whatsapp: z.nullable(text),
  hours: z.nullable(text),
  source: text,
  sourceDate: z.nullable(text),
  lastChecked: z.nullable(text),
});

const cityContextSchema = z.object({
  topic: text,
  headlineId: text,
  headlineEn: text,
  evidenceIds: z.array(text),
});

const populationSchema = z.object({
  code: text,
  year: z.number(),
  period: text,
  population: z.number(),
  source: text,
});

/** The answer of `/api/edition`: what the page needs beside the features. */
export const editionInfoSchema = z.object({
  edition: z.object({
    id: text,
    status: text,
    publishedAt: text,
    asOf: text,
    title: text,
    method: z.object({
      version: text,
      weights: z.object({
        entertainment: z.number(),
        trade: z.number(),
        inter_provincial_access: z.number(),
        nature_tourism: z.number(),
        rdmp_workers: z.number(),
        ikn_gateway: z.number(),
      }),
      aggregation: z.enum(['arithmetic', 'shifted_geometric']),
      minimumGrade: z.enum(['A', 'B', 'C', 'D']),
      coverageGate: z.number(),
      classBreaks: z.tuple([z.number(), z.number()]),
      seed: z.number(),
    }),
  }),
  helplines: z.array(helplineSchema),
  cityContext: z.array(cityContextSchema),
  population: z.array(populationSchema),
  quality: z.object({
    evidenceCount: z.number(),
    undatedCount: z.number(),
    areaDifferencePercent: z.number(),
    officialAreaKm2: z.number(),
    emptyPlaceCategories: z.array(text),
    placeCounts: z.record(text, z.number()),
  }),
  contact: z.nullable(z.object({ href: text, label: text })),
  credits: z.array(z.object({ subject: text, text, licence: text, url: z.nullable(text) })),
});

export type EditionInfo = z.infer<typeof editionInfoSchema>;
