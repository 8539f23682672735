import { levelOfCode } from '../../../domain/area.ts';
import type { PlaceRole } from '../../../domain/incident.ts';
import type { IncidentInput, PlaceInput } from '../../../domain/incident-input.ts';
import type { Language } from '../../view.ts';
import { coordinateText } from './coordinate.ts';

/** How much is known of a place, as the form asks it: kelurahan and kecamatan are one question. */
export const PLACE_WAYS = ['point', 'area', 'kota', 'online'] as const;
export type PlaceWay = (typeof PLACE_WAYS)[number];

/** One place as it stands in the form; '' and null are not answered yet. */
export interface PlaceValue {
  /** Tells the places apart while some come and go; not kept. */
  readonly key: number;
  /** Position in the record being corrected, while the place stays as it is there; else null. */
  readonly kept: number | null;
  readonly role: PlaceRole | null;
  readonly way: PlaceWay | null;
  readonly kecamatan: string;
  readonly kelurahan: string;
  /** Degrees as typed. */
  readonly longitude: string;
  readonly latitude: string;
}

type Answer<K extends keyof IncidentInput> = IncidentInput[K] | null;

/** What the form holds. The LP number is not among it, so no draft can keep it. */
export interface FormValues {
  /** Under which a new case is sent (a UUID), made once with the form and kept with its draft; null in a correction. */
  readonly sendKey: string | null;
  /** `01`–`12` and a year of four digits. */
  readonly monthOfYear: string;
  readonly year: string;
  readonly day: number | null;
  readonly source: Answer<'source'>;
  readonly stage: Answer<'stage'>;
  readonly acts: IncidentInput['acts'];
  readonly means: IncidentInput['means'];
  readonly purposes: IncidentInput['purposes'];
  readonly platforms: IncidentInput['platforms'];
  readonly places: readonly PlaceValue[];
  readonly victims: Answer<'victims'>;
  readonly suspects: Answer<'suspects'>;
  readonly childInvolved: Answer<'childInvolved'>;
}

export function emptyPlace(key: number): PlaceValue {
  return { key, kept: null, role: null, way: null, kecamatan: '', kelurahan: '', longitude: '', latitude: '' };
}

export function emptyValues(year: string, sendKey: string): FormValues {
  return {
    sendKey,
    monthOfYear: '',
    year,
    day: null,
    source: null,
    stage: null,
    acts: [],
    means: [],
    purposes: [],
    platforms: [],
    places: [emptyPlace(0)],
    victims: null,
    suspects: null,
    childInvolved: null,
  };
}

function placeValue(place: PlaceInput, position: number, language: Language): PlaceValue {
  const { role, precision, areaCode, point } = place;
  const area = areaCode ?? '';
  return {
    key: position,
    kept: position,
    role,
    way: precision === 'kelurahan' || precision === 'kecamatan' ? 'area' : precision,
    kecamatan: area.slice(0, 8),
    kelurahan: levelOfCode(area) === 'kelurahan' ? area : '',
    longitude: point === null ? '' : coordinateText(point[0], language),
    latitude: point === null ? '' : coordinateText(point[1], language),
  };
}

/** A record to be corrected, as the form shows it; every place stays as it is until it is touched. */
export function valuesOf(input: IncidentInput, language: Language): FormValues {
  const { month, places, lpNumber: _unknown, ...rest } = input;
  return {
    ...rest,
    sendKey: null,
    year: month.slice(0, 4),
    monthOfYear: month.slice(5),
    places: places.map((place, position) => placeValue(place, position, language)),
  };
}
