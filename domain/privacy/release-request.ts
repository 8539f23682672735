import * as z from 'zod/mini';
import { PLACE_ROLES } from '../incident.ts';

/** Why bands are released before the quarter is over: a code that is logged, never a text. */
export const RELEASE_REASONS = ['first_import', 'data_correction', 'planning_meeting'] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

export const releaseRequestSchema = z.strictObject({
  role: z.enum(PLACE_ROLES),
  reason: z.enum(RELEASE_REASONS),
});
