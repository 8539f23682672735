import type { SameKeys } from '../catalogue.ts';
import type { id } from './id.ts';

export const en = {
  group: 'Recorded cases (restricted)',
  option: 'Recorded cases by year (bands)',
  name: 'Recorded cases {{year}} · {{role}}',
  column: 'Cases {{year}}',
  caution: 'These are recorded cases, not risk: few reports do not mean safe.',
  band: {
    '0-10': '0–10 (hidden)',
    '11-19': '11–19 cases',
    '20+': '20 cases or more',
    '11+': '11 cases or more',
  },
  short: { '0-10': '0–10', '11-19': '11–19', '20+': '20+', '11+': '11+' },
  year: 'Year of the event',
  yearNow: '{{year}} (so far)',
  role: 'Role of the place',
  note: 'Cases with a place of this role in the kecamatan. Nothing tells 0 from 10: no case and ten cases look the same.',
  missing: 'Cases online, or known only to the city, are not in this table; how many is not written.',
  level: 'Kelurahan are not shown: counts that small can point to a person.',
  cityOfYear: 'Whole city, {{year}}',
  notEdition: 'Not part of the map edition, and never in the index.',
  restricted: 'Restricted to planners and the Satgas.',
  share: 'This link opens only for those who sign in as planner or Satgas.',
  grid: {
    title: 'Recorded cases by year',
    caption: 'Role of the place: {{role}}. 0–10 is hidden. Totals are in bands of 0–10 and 11+, not sums of bands.',
    table: 'Table of recorded cases, scrolls',
    year: 'Year',
    city: 'City',
    total: 'Total',
  },
  sheet: 'Recorded trafficking cases, Kota Balikpapan',
  drawer: 'Recorded cases',
  loading: 'Loading recorded cases…',
  refused:
    'No table could be released yet for this role of place: from bands and totals one could work out a small number. The map still shows the index.',
  failed: 'Recorded cases could not be loaded. The map still shows the index.',
  retry: 'Try again',
} as const satisfies SameKeys<typeof id>;
