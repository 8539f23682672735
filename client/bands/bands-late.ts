import '../i18n/bands/add.ts';

/** Everything of the layer of recorded cases that the public page does without. */
export { fetchBands } from './band-api.ts';
export { BandControls } from './band-controls.tsx';
export { BandFact } from './band-fact.tsx';
export { BandGrid } from './band-grid.tsx';
export { BandPrint } from './band-print.tsx';
export { BandSummary } from './band-summary.tsx';
export { bandWords } from './band-words.ts';
export { shownYear, withBands } from './bands-of-year.ts';
