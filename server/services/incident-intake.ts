import { latLngToCell } from 'h3-js';
import { type Area, levelOfCode } from '../../domain/area.ts';
import { CITY } from '../../domain/city.ts';
import { type LocatableArea, type Locate, makeLocator } from '../../domain/geometry/locator.ts';
import { type Incident, type IncidentPlace, treatAsChildCase } from '../../domain/incident.ts';
import type { IncidentInput, PlaceInput } from '../../domain/incident-input.ts';
import type { Store } from '../store/store.ts';
import { makeLpHash } from './lp-hash.ts';

/** About 0.7 km²: the finest that a child case may be placed. */
const H3_RESOLUTION = 8;

/** What cannot be taken, and where (`month`, `places.0.point`). */
export interface IntakeFault {
  readonly field: string;
  readonly code: 'in_future' | 'no_such_day' | 'outside_city' | 'unknown_area' | 'wrong_level';
}

export type IntakeResult = { readonly incident: Incident } | { readonly faults: readonly IntakeFault[] };
export type Intake = (input: IncidentInput) => IntakeResult;

export interface IntakeInput {
  /** Of kelurahan. */
  readonly locate: Locate;
  /** Sub-key of the server's secret for LP numbers. */
  readonly lpKey: Uint8Array;
  readonly areas: readonly Pick<Area, 'code'>[];
  readonly now: () => Date;
}

/** HMAC-SHA-256 of an LP number as base64url; case and blanks do not matter. The number itself goes no further. */
export function hashLpNumber(lpNumber: string, lpKey: Uint8Array): string {
  return makeLpHash(lpKey)(lpNumber);
}

const cityDate = new Intl.DateTimeFormat('en-CA', { timeZone: CITY.timeZone, dateStyle: 'short' });

/** Today in the city as `YYYY-MM-DD`, worked out once a minute: an import asks 100,000 times. */
function todayOf(now: () => Date): () => string {
  let minute = -1;
  let today = '';
  return () => {
    const date = now();
    const current = Math.floor(date.getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      today = cityDate.format(date);
    }
    return today;
  };
}

function dateFault({ month, day }: IncidentInput, today: string): IntakeFault | null {
  if (month > today.slice(0, 7)) return { field: 'month', code: 'in_future' };
  if (day === null || (day <= 28 && month < today.slice(0, 7))) return null;
  const daysInMonth = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  if (day > daysInMonth) return { field: 'day', code: 'no_such_day' };
  return `${month}-${String(day).padStart(2, '0')}` > today ? { field: 'day', code: 'in_future' } : null;
}

/**
 * Makes the function that turns what form or import hand over into a record: LP number to its HMAC, kelurahan and H3
 * cell from the point, codes checked. The point of a child case ends here: the record has its H3 cell only.
 * The record has no id yet (`''`).
 */
export function makeIntake({ locate, lpKey, areas, now }: IntakeInput): Intake {
  const known = new Set(areas.map(({ code }) => code));
  const today = todayOf(now);
  const lpHash = makeLpHash(lpKey);

  const placeOf = (place: PlaceInput, childCase: boolean): IncidentPlace | IntakeFault['code'] => {
    const { role, precision, areaCode, point } = place;
    if (precision === 'online') return { role, precision, areaCode: null, h3: null, point: null };
    if (precision === 'kota') return { role, precision, areaCode: CITY.code, h3: null, point: null };
    if (point === null) {
      if (areaCode === null || !known.has(areaCode)) return 'unknown_area';
      if (levelOfCode(areaCode) !== precision) return 'wrong_level';
      return { role, precision, areaCode, h3: null, point: null };
    }
    const [longitude, latitude] = point;
    const found = locate(longitude, latitude);
    if (found === null) return 'outside_city';
    const h3 = latLngToCell(latitude, longitude, H3_RESOLUTION);
    return { role, precision, areaCode: found, h3, point: childCase ? null : [longitude, latitude] };
  };

  return (input) => {
    const faults: IntakeFault[] = [];
    const date = dateFault(input, today());
    if (date !== null) faults.push(date);
    const childCase = treatAsChildCase(input);
    const places: IncidentPlace[] = [];
    for (let position = 0; position < input.places.length; position += 1) {
      const given = input.places[position] as PlaceInput;
      const place = placeOf(given, childCase);
      if (typeof place !== 'string') places.push(place);
      else faults.push({ field: `places.${position}.${given.point === null ? 'areaCode' : 'point'}`, code: place });
    }
    if (faults.length > 0) return { faults };
    const { lpNumber, month, day, acts, means, purposes, source, stage, platforms, victims, suspects } = input;
    return {
      incident: {
        id: '',
        training: false,
        month,
        day,
        acts,
        means,
        purposes,
        source,
        stage,
        platforms,
        places,
        victims,
        suspects,
        childInvolved: input.childInvolved,
        lpNumberHash: lpNumber === null ? null : lpHash(lpNumber),
      },
    };
  };
}

/** The intake over the areas and boundaries that the store holds. */
export async function openIntake(store: Store, lpKey: Uint8Array, now: () => Date): Promise<Intake> {
  const [areas, kelurahan] = [await store.areas(), await store.features('kelurahan')];
  const locatable = kelurahan.flatMap(({ fid, geometry }): LocatableArea[] => {
    if (geometry?.type === 'MultiPolygon') return [{ code: fid, geometry }];
    return geometry?.type === 'Polygon' ? [{ code: fid, geometry: { ...geometry, type: 'Polygon' } }] : [];
  });
  return makeIntake({ locate: makeLocator(locatable), lpKey, areas, now });
}
