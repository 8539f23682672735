import type { Grade } from '../domain/evidence.ts';
import type { Factor } from '../domain/factor.ts';
import type { PlaceRole, Platform } from '../domain/incident.ts';
import type { Weights } from '../domain/method.ts';

export type Language = 'id' | 'en';
export type ThemeName = 'day' | 'night';
export type MapLevel = 'kecamatan' | 'kelurahan';
export type LayerChoice = 'index' | 'coverage' | 'police' | `factor:${Factor}`;
export type IncidentMode = 'points' | 'clusters' | 'heat' | 'hexagons';

export interface IncidentView {
  readonly mode: IncidentMode;
  readonly role: PlaceRole;
  readonly platform: Platform | null;
  /** Inclusive, `YYYY-MM`; null = from the first / to the last month. */
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
}

/** The whole view of the map page; everything in it is in the URL. */
export interface View {
  readonly level: MapLevel;
  readonly layer: LayerChoice;
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
