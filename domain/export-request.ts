import * as z from 'zod/mini';
import { INCIDENT_SOURCES, PLACE_ROLES, PLATFORMS, STAGES } from './incident.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Why somebody takes cases out of the system: a code that is logged and stands in every row, never a text. */
export const EXPORT_REASONS = [
  'investigation',
  'case_conference',
  'leadership_report',
  'victim_referral',
  'prosecution',
  'data_correction',
] as const;
export type ExportReason = (typeof EXPORT_REASONS)[number];

/** A sheet is made in memory; beyond this CSV and GeoJSON stream. */
export const MAX_SHEET_ROWS = 50_000;

const month = z.nullable(z.string().check(z.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)));

export const exportFilterSchema = z.strictObject({
  role: z.nullable(z.enum(PLACE_ROLES)),
  source: z.nullable(z.enum(INCIDENT_SOURCES)),
  platform: z.nullable(z.enum(PLATFORMS)),
  stage: z.nullable(z.enum(STAGES)),
  fromMonth: month,
  toMonth: month,
});
export type ExportFilter = Readonly<z.infer<typeof exportFilterSchema>>;

export const exportRequestSchema = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  reason: z.enum(EXPORT_REASONS),
  filter: exportFilterSchema,
});
export type ExportRequest = Readonly<z.infer<typeof exportRequestSchema>>;
