import type { ExportFilter } from '../../domain/export-request.ts';

/** What the list shows; the export takes the same. */
export type IncidentListFilter = ExportFilter;

export const NO_FILTER: IncidentListFilter = {
  role: null,
  source: null,
  platform: null,
  stage: null,
  fromMonth: null,
  toMonth: null,
};
