import type { ThemeName } from '../view.ts';

/** Every way an area can be filled; a key is a colour of the theme and its index is its code in feature state. */
export const PAINT_KEYS = [
  'notAssessed',
  'insufficient',
  'suppressed',
  'indexLow',
  'indexMedium',
  'indexHigh',
  'factorAbsent',
  'factorLimited',
  'factorPresent',
  'factorNamed',
  'factorPrincipal',
  'coverageFirst',
  'coverageSecond',
  'coverageThird',
  'coverageFourth',
  'policeEntertainmentTrade',
  'policeAccessTourism',
  'policeNotMentioned',
  'recordedEleven',
  'recordedTwenty',
  'plain',
] as const;
export type PaintKey = (typeof PAINT_KEYS)[number];

/** What lies on the fill: confidence (two densities) or one of the three ways of not knowing. */
export const PATTERNS = ['none', 'hatch_light', 'hatch_dense', 'not_assessed', 'insufficient', 'suppressed'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** All colours of the map, CSS hex. */
export interface Theme extends Readonly<Record<PaintKey, string>> {
  readonly water: string;
  /** Land outside the city. */
  readonly land: string;
  readonly coastline: string;
  readonly neighbourLine: string;
  readonly neighbourLabel: string;
  readonly areaLine: string;
  /** Borders of kecamatan over kelurahan. */
  readonly parentLine: string;
  readonly hover: string;
  readonly selected: string;
  readonly selectedCasing: string;
  readonly label: string;
  readonly labelDetail: string;
  readonly labelHalo: string;
  readonly leader: string;
  /** Ink of the confidence hatch, with alpha. */
  readonly hatch: string;
  readonly notAssessedInk: string;
  readonly insufficientInk: string;
  readonly suppressedInk: string;
  readonly road: string;
  readonly roadMajor: string;
  readonly roadApproximate: string;
  readonly placeCommerce: string;
  readonly placeTransport: string;
  readonly placeNature: string;
  readonly placeService: string;
  readonly placeLine: string;
  readonly placeLabel: string;
  readonly incident: string;
  readonly incidentLine: string;
  readonly clusterLabel: string;
  readonly heatLow: string;
  readonly heatMiddle: string;
  readonly heatHigh: string;
  readonly hexagonFirst: string;
  readonly hexagonSecond: string;
  readonly hexagonThird: string;
  readonly hexagonFourth: string;
  readonly hexagonLine: string;
  readonly stamp: string;
}

const DAY: Theme = {
  water: '#dbe8ec',
  land: '#f3f1ea',
  coastline: '#b3c6cc',
  neighbourLine: '#cfcabd',
  neighbourLabel: '#5f6a70',
  areaLine: '#3d4a52',
  parentLine: '#2e3d46',
  hover: '#1b2a33',
  selected: '#0b6b6b',
  selectedCasing: '#ffffff',
  label: '#1b2a33',
  labelDetail: '#33434c',
  labelHalo: '#fffdf8',
  leader: '#3d4c55',
  hatch: 'rgba(27, 42, 51, 0.34)',
  notAssessedInk: '#a7b0b4',
  insufficientInk: '#7d878c',
  suppressedInk: '#7d878c',
  road: '#857a6a',
  roadMajor: '#6a5c49',
  roadApproximate: '#6a5c49',
  placeCommerce: '#8a6d3b',
  placeTransport: '#3f5f8a',
  placeNature: '#4c7a3f',
  placeService: '#566068',
  placeLine: '#ffffff',
  placeLabel: '#3d4c55',
  incident: '#6b3796',
  incidentLine: '#ffffff',
  clusterLabel: '#ffffff',
  heatLow: '#cba8e0',
  heatMiddle: '#9a5fc4',
  heatHigh: '#4f2375',
  hexagonFirst: '#eadcf3',
  hexagonSecond: '#cba8e0',
  hexagonThird: '#a06fc4',
  hexagonFourth: '#6b3796',
  hexagonLine: '#5a2d82',
  stamp: 'rgba(91, 45, 130, 0.26)',
  notAssessed: '#ffffff',
  insufficient: '#e4e6e6',
  suppressed: '#d3d7d8',
  // ColorBrewer YlOrRd, three classes (Cynthia Brewer, Apache-2.0).
  indexLow: '#ffeda0',
  indexMedium: '#feb24c',
  indexHigh: '#f03b20',
  factorAbsent: '#f2f7fc',
  factorLimited: '#c9def0',
  factorPresent: '#8cbce0',
  factorNamed: '#4b8ec8',
  factorPrincipal: '#18568f',
  coverageFirst: '#dcecea',
  coverageSecond: '#a5cfca',
  coverageThird: '#63a5a1',
  coverageFourth: '#247270',
  policeEntertainmentTrade: '#d9c8e8',
  policeAccessTourism: '#cfe0b8',
  policeNotMentioned: '#eceae4',
  recordedEleven: '#cda0a8',
  recordedTwenty: '#96566a',
  plain: '#e3e0d6',
};

/** On dark ground the strong end of every ramp is the bright one. */
const NIGHT: Theme = {
  water: '#0d171d',
  land: '#182329',
  coastline: '#314550',
  neighbourLine: '#34454f',
  neighbourLabel: '#93a4ad',
  areaLine: '#8fa0a9',
  parentLine: '#dbe4e8',
  hover: '#ffffff',
  selected: '#7fe3da',
  selectedCasing: '#08161a',
  label: '#f4f8fa',
  labelDetail: '#d7e1e6',
  labelHalo: '#101a20',
  leader: '#c3d0d6',
  hatch: 'rgba(6, 12, 16, 0.55)',
  notAssessedInk: '#5b6c76',
  insufficientInk: '#82929b',
  suppressedInk: '#82929b',
  road: '#6f7f88',
  roadMajor: '#a3b3bc',
  roadApproximate: '#a3b3bc',
  placeCommerce: '#d9b877',
  placeTransport: '#8fb6e8',
  placeNature: '#96c984',
  placeService: '#b4c1c8',
  placeLine: '#101a20',
  placeLabel: '#c9d5db',
  incident: '#c79bf0',
  incidentLine: '#1a1022',
  clusterLabel: '#1a1022',
  heatLow: '#5a3a80',
  heatMiddle: '#9c6bd0',
  heatHigh: '#ead7ff',
  hexagonFirst: '#4a3460',
  hexagonSecond: '#7b54a3',
  hexagonThird: '#ab82d6',
  hexagonFourth: '#dcc2f5',
  hexagonLine: '#e6d3fa',
  stamp: 'rgba(214, 184, 245, 0.26)',
  // White would glare at night: the paper of the map plays its part.
  notAssessed: '#202c33',
  insufficient: '#36434b',
  suppressed: '#455159',
  indexLow: '#463d1c',
  indexMedium: '#93601e',
  indexHigh: '#ee6c49',
  factorAbsent: '#15242f',
  factorLimited: '#24435c',
  factorPresent: '#316a97',
  factorNamed: '#5a9dd0',
  factorPrincipal: '#abd6f5',
  coverageFirst: '#1d3a3c',
  coverageSecond: '#28605f',
  coverageThird: '#3f9290',
  coverageFourth: '#86ccc7',
  policeEntertainmentTrade: '#57476a',
  policeAccessTourism: '#4b5a33',
  policeNotMentioned: '#2b373e',
  recordedEleven: '#93607a',
  recordedTwenty: '#e6b3c9',
  plain: '#2a3941',
};

/** The one source of the colours of the map. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = { day: DAY, night: NIGHT };
