import { GRADES, type Grade } from '../domain/evidence.ts';
import { FACTORS, type Factor } from '../domain/factor.ts';
import {
  INCIDENT_SOURCES,
  type IncidentSource,
  PLACE_ROLES,
  PLATFORMS,
  type PlaceRole,
  type Platform,
  STAGES,
  type Stage,
} from '../domain/incident.ts';
import type { Weights } from '../domain/method.ts';

export const LANGUAGES = ['id', 'en'] as const;
export const THEME_NAMES = ['day', 'night'] as const;
export const MAP_LEVELS = ['kecamatan', 'kelurahan'] as const;
/** Whose incidents lie on the map: the synthetic ones, or those of the Satgas, which the server gives to the Satgas only. */
export const INCIDENT_SETS = ['training', 'recorded'] as const;
export const INCIDENT_MODES = ['points', 'clusters', 'heat', 'hexagons'] as const;

export type Language = (typeof LANGUAGES)[number];
export type ThemeName = (typeof THEME_NAMES)[number];
export type MapLevel = (typeof MAP_LEVELS)[number];
export type LayerChoice = 'index' | 'coverage' | 'police' | `factor:${Factor}` | 'bands';
export type IncidentMode = (typeof INCIDENT_MODES)[number];

/** Layers for everybody; `bands` is for those who may see recorded cases. */
export const LAYER_CHOICES: readonly LayerChoice[] = [
  'index',
  ...FACTORS.map((factor): LayerChoice => `factor:${factor}`),
  'coverage',
  'police',
];

export interface IncidentView {
  readonly set: (typeof INCIDENT_SETS)[number];
  readonly mode: IncidentMode;
  readonly role: PlaceRole;
  readonly platform: Platform | null;
  /** Of the recorded ones only. */
  readonly source: IncidentSource | null;
  readonly stage: Stage | null;
  /** Inclusive, `YYYY-MM`; null = from the first / to the last month. */
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
}

/** Recorded cases in bands; one place role on one map. */
export interface BandView {
  readonly role: PlaceRole;
  /** Null = the newest of the table. */
  readonly year: number | null;
}

/** The whole view of the map page; everything in it is in the URL. */
export interface View {
  readonly level: MapLevel;
  readonly layer: LayerChoice;
  /** What the layer `bands` shows. */
  readonly bands: BandView;
  readonly minimumGrade: Grade;
  readonly weights: Weights;
  readonly area: string | null;
  readonly places: boolean;
  readonly roads: boolean;
  /** Null = overlay off. */
  readonly incidents: IncidentView | null;
  readonly language: Language;
  readonly theme: ThemeName;
  /** Longitude, latitude, zoom; null = fit the city. */
  readonly camera: readonly [number, number, number] | null;
}

/** Weights on the page are whole numbers 0..10; only their ratios matter. */
export const WEIGHT_MAX = 10;
const WEIGHT_DEFAULT = 5;

export const DEFAULT_WEIGHTS: Weights = weightsOf(() => WEIGHT_DEFAULT);

export const DEFAULT_INCIDENTS: IncidentView = {
  set: 'training',
  mode: 'points',
  role: 'recruitment',
  platform: null,
  source: null,
  stage: null,
  fromMonth: null,
  toMonth: null,
};

export const DEFAULT_BANDS: BandView = { role: 'exploitation', year: null };

export const DEFAULT_VIEW: View = {
  level: 'kecamatan',
  layer: 'index',
  bands: DEFAULT_BANDS,
  minimumGrade: 'C',
  weights: DEFAULT_WEIGHTS,
  area: null,
  places: false,
  roads: true,
  incidents: null,
  language: 'id',
  theme: 'day',
  camera: null,
};

const AREA_CODE = /^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/;
const YEAR = /^20\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MONTH_RANGE = /^(\d{4}-\d{2})?\.\.(\d{4}-\d{2})?$/;

/** Whether all weights are 0, which no method allows. */
export function allZero(weights: Weights): boolean {
  return FACTORS.every((factor) => weights[factor] === 0);
}

export function weightsOf(weight: (factor: Factor) => number): Weights {
  return Object.fromEntries(FACTORS.map((factor) => [factor, weight(factor)])) as Record<Factor, number>;
}

/**
 * A view as a URL search string, `` or `?…`; what equals the default is left out.
 * Keys: level layer place year grade w area places roads inc set role app from stage months lang theme at.
 */
export function encodeView(view: View): string {
  const search = new URLSearchParams();
  const put = (key: string, value: string, standard: string): void => {
    if (value !== standard) search.set(key, value);
  };
  put('level', view.level, DEFAULT_VIEW.level);
  put('layer', encodeLayer(view.layer), DEFAULT_VIEW.layer);
  if (view.layer === 'bands') {
    // A shared link says which role it shows, also where that is the default.
    search.set('place', view.bands.role);
    put('year', String(view.bands.year ?? ''), '');
  }
  put('grade', view.minimumGrade, DEFAULT_VIEW.minimumGrade);
  put('w', encodeWeights(view.weights), encodeWeights(DEFAULT_WEIGHTS));
  put('area', view.area ?? '', '');
  put('places', view.places ? '1' : '0', DEFAULT_VIEW.places ? '1' : '0');
  put('roads', view.roads ? '1' : '0', DEFAULT_VIEW.roads ? '1' : '0');
  if (view.incidents !== null) {
    const { set, mode, role, platform, source, stage, fromMonth, toMonth } = view.incidents;
    search.set('inc', mode);
    put('set', set, DEFAULT_INCIDENTS.set);
    put('role', role, DEFAULT_INCIDENTS.role);
    put('app', platform ?? '', '');
    put('from', source ?? '', '');
    put('stage', stage ?? '', '');
    put('months', `${fromMonth ?? ''}..${toMonth ?? ''}`, '..');
  }
  put('lang', view.language, DEFAULT_VIEW.language);
  put('theme', view.theme, DEFAULT_VIEW.theme);
  if (view.camera !== null) search.set('at', encodeCamera(view.camera));
  const text = search.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** The view in a URL search string; whatever is missing or wrong becomes its default. Never throws. */
export function decodeView(search: string): View {
  const given = new URLSearchParams(search);
  const area = given.get('area');
  const layer = decodeLayer(given.get('layer')) ?? DEFAULT_VIEW.layer;
  return {
    level: layer === 'bands' ? 'kecamatan' : (oneOf(MAP_LEVELS, given.get('level')) ?? DEFAULT_VIEW.level),
    layer,
    bands: layer === 'bands' ? decodeBands(given) : DEFAULT_BANDS,
    minimumGrade: oneOf(GRADES, given.get('grade')) ?? DEFAULT_VIEW.minimumGrade,
    weights: decodeWeights(given.get('w')) ?? DEFAULT_WEIGHTS,
    area: area !== null && AREA_CODE.test(area) ? area : null,
    places: decodeFlag(given.get('places')) ?? DEFAULT_VIEW.places,
    roads: decodeFlag(given.get('roads')) ?? DEFAULT_VIEW.roads,
    incidents: decodeIncidents(given),
    language: oneOf(LANGUAGES, given.get('lang')) ?? DEFAULT_VIEW.language,
    theme: oneOf(THEME_NAMES, given.get('theme')) ?? DEFAULT_VIEW.theme,
    camera: decodeCamera(given.get('at')),
  };
}

function oneOf<T extends string>(choices: readonly T[], text: string | null): T | null {
  return choices.find((choice) => choice === text) ?? null;
}

function decodeFlag(text: string | null): boolean | null {
  if (text === '1') return true;
  return text === '0' ? false : null;
}

function encodeLayer(layer: LayerChoice): string {
  return layer.replace(/^factor:/, '');
}

function decodeLayer(text: string | null): LayerChoice | null {
  if (text === 'bands') return text;
  return LAYER_CHOICES.find((choice) => encodeLayer(choice) === text) ?? null;
}

function decodeBands(given: URLSearchParams): BandView {
  const year = given.get('year') ?? '';
  return {
    role: oneOf(PLACE_ROLES, given.get('place')) ?? DEFAULT_BANDS.role,
    year: YEAR.test(year) ? Number(year) : null,
  };
}

/** A view with a part changed. There are no bands below the kecamatan: who goes there leaves them. */
export function changeView(view: View, part: Partial<View>): View {
  const next = { ...view, ...part };
  return next.layer === 'bands' && next.level !== 'kecamatan' ? { ...next, layer: DEFAULT_VIEW.layer } : next;
}

function encodeWeights(weights: Weights): string {
  return FACTORS.map((factor) => weights[factor]).join('-');
}

function decodeWeights(text: string | null): Weights | null {
  const parts = text?.split('-') ?? [];
  if (parts.length !== FACTORS.length || !parts.every((part) => /^(\d|10)$/.test(part))) return null;
  const weights = weightsOf((factor) => Number(parts[FACTORS.indexOf(factor)]));
  return allZero(weights) ? null : weights;
}

function decodeIncidents(given: URLSearchParams): IncidentView | null {
  const mode = oneOf(INCIDENT_MODES, given.get('inc'));
  if (mode === null) return null;
  const months = MONTH_RANGE.exec(given.get('months') ?? '');
  const month = (text: string | undefined): string | null => (text !== undefined && MONTH.test(text) ? text : null);
  const set = oneOf(INCIDENT_SETS, given.get('set')) ?? DEFAULT_INCIDENTS.set;
  return {
    set,
    mode,
    role: oneOf(PLACE_ROLES, given.get('role')) ?? DEFAULT_INCIDENTS.role,
    platform: oneOf(PLATFORMS, given.get('app')),
    source: set === 'recorded' ? oneOf(INCIDENT_SOURCES, given.get('from')) : null,
    stage: set === 'recorded' ? oneOf(STAGES, given.get('stage')) : null,
    fromMonth: month(months?.[1]),
    toMonth: month(months?.[2]),
  };
}

/** Five decimals of a degree are about a metre. */
function encodeCamera([longitude, latitude, zoom]: readonly [number, number, number]): string {
  return `${round(longitude, 5)},${round(latitude, 5)},${round(zoom, 2)}`;
}

function decodeCamera(text: string | null): readonly [number, number, number] | null {
  const parts = (text ?? '').split(',');
  if (parts.length !== 3 || parts.some((part) => part.trim() === '')) return null;
  const [longitude, latitude, zoom] = parts.map(Number);
  if (longitude === undefined || latitude === undefined || zoom === undefined) return null;
  const sound = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom >= 0 && zoom <= 24;
  return sound ? [round(longitude, 5), round(latitude, 5), round(zoom, 2)] : null;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
