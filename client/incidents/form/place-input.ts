import type { Locate } from '../../../domain/geometry/locator.ts';
import type { PlaceInput } from '../../../domain/incident-input.ts';
import type { FaultCode, FormFault } from './fault.ts';
import type { PlaceValue } from './form-values.ts';
import { checkPoint } from './point-check.ts';

export type PlaceResult = { readonly input: PlaceInput } | { readonly faults: readonly FormFault[] };

function pointFault(place: PlaceValue, locate: Locate | null): readonly [string, FaultCode] | null {
  const check = checkPoint(place, locate);
  switch (check.status) {
    case 'inside':
      return null;
    case 'empty':
      return ['point', 'point_missing'];
    case 'not_a_number':
      return [check.field, 'not_a_number'];
    case 'swapped':
      return ['longitude', 'swapped'];
    case 'north':
      return ['latitude', 'outside_city'];
    case 'outside':
      return ['point', 'outside_city'];
  }
}

/** A place of the form as the server takes it, or what is missing; fields end in the position that was given. */
export function placeInput(place: PlaceValue, position: number, locate: Locate | null): PlaceResult {
  const { role, way } = place;
  const faults: FormFault[] = [];
  const add = (field: string, code: FaultCode): void => {
    faults.push({ field: `places.${position}.${field}`, code });
  };
  if (role === null) add('role', 'choose_one');
  if (way === null) add('precision', 'choose_one');
  if (way === 'area' && place.kecamatan === '') add('areaCode', 'area_missing');
  const fault = way === 'point' ? pointFault(place, locate) : null;
  if (fault !== null) add(...fault);
  if (role === null || way === null || faults.length > 0) return { faults };
  if (way === 'area') {
    const precision = place.kelurahan === '' ? 'kecamatan' : 'kelurahan';
    return { input: { role, precision, areaCode: place.kelurahan || place.kecamatan, point: null } };
  }
  if (way !== 'point') return { input: { role, precision: way, areaCode: null, point: null } };
  const check = checkPoint(place, locate);
  if (check.status !== 'inside') return { faults: [{ field: `places.${position}.point`, code: 'invalid' }] };
  const [longitude, latitude] = check.point;
  return { input: { role, precision: 'point', areaCode: null, point: [longitude, latitude] } };
}
