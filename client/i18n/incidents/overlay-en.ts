import type { SameKeys } from '../catalogue.ts';
import type { overlayId } from './overlay-id.ts';

/** Texts of the overlay of recorded cases on the map. */
export const overlayEn: SameKeys<typeof overlayId> = {
  title: 'Cases (Satgas)',
  show: 'Show recorded cases',
  hint: 'Real cases, for the Satgas only. Every look is written to the audit log. They never enter the index.',
  badge: 'For the Satgas: {{role}} · {{count}} not on the map',
  badgeRefused: 'For the Satgas: {{role}} · this view is held back. {{reason}}',
  loading: 'Loading cases…',
  failed: 'The cases cannot be loaded. {{reason}}',
  retry: 'Try again',
  openList: 'Open the list of cases',
  source: 'Source',
  stage: 'Stage',
  stageAll: 'All TPPO cases',
  all: 'All',
  events: 'cases with this place role',
  child: 'child cases: as cells only',
  childLegend: 'child case: a cell of ±0.7 km², no point',
  truncated: 'Only the first {{count}} points are drawn. Narrow the filter, or take hexagons.',
  none: 'No case has been recorded yet.',
  card: 'Case #{{id}}',
  cardOpen: 'Open the record',
  cardClose: 'Close',
  table: 'The same as a table',
  tableCaption: 'Cases by area and source for this choice, with those that are not on the map',
  tableRefused: 'This map is held back: {{reason}}',
  area: 'Area',
  online: 'online',
  sum: 'Total',
  kinds: { lp_a: 'LP-A', lp_b: 'LP-B', other: 'Other' },
};
