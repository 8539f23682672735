import type { Locate } from '../../../domain/geometry/locator.ts';
import { type Incident, treatAsChildCase } from '../../../domain/incident.ts';
import type { Language } from '../../view.ts';
import { coordinateText } from './coordinate.ts';
import type { FormDraft } from './form-draft.ts';
import type { FormValues, PlaceValue } from './form-values.ts';
import { checkPoint } from './point-check.ts';

type DraftPlace = FormDraft['places'][number];

function draftPlace(place: PlaceValue, childCase: boolean, locate: Locate | null): DraftPlace {
  const { key: _key, longitude: _longitude, latitude: _latitude, ...coded } = place;
  if (place.kept !== null) return { ...coded, point: null };
  const check = checkPoint(place, locate);
  if (place.way !== 'point' || check.status !== 'inside') return { ...coded, point: null };
  if (!childCase) return { ...coded, point: [...check.point] };
  // A child case keeps no point anywhere, this device included; the kelurahan is left.
  const kelurahan = check.kelurahan ?? '';
  return { ...coded, way: 'area', kecamatan: kelurahan.slice(0, 8), kelurahan, point: null };
}

/**
 * What a draft keeps of the form: codes, and coordinates that are numbers within the city. While `childInvolved` is
 * not `no` the kelurahan takes the place of a point.
 */
export function draftOf(values: FormValues, locate: Locate | null, savedAt: Date): FormDraft {
  const childCase = treatsAsChildCase(values.childInvolved);
  return {
    ...values,
    savedAt: savedAt.toISOString(),
    places: values.places.map((place) => draftPlace(place, childCase, locate)),
  };
}

/** Not answered counts as not known. */
export function treatsAsChildCase(childInvolved: Incident['childInvolved'] | null): boolean {
  return treatAsChildCase({ childInvolved: childInvolved ?? 'unknown' });
}

/** A draft as the form shows it; places that stay as they are come from the record being corrected. */
export function valuesOfDraft(draft: FormDraft, record: FormValues, language: Language): FormValues {
  const { savedAt: _savedAt, places, ...rest } = draft;
  return {
    ...rest,
    places: places.map(({ point, ...place }, key) => {
      const kept = place.kept === null ? undefined : record.places.find((one) => one.kept === place.kept);
      if (kept !== undefined) return { ...kept, key };
      return {
        ...place,
        kept: null,
        key,
        longitude: point === null ? '' : coordinateText(point[0], language),
        latitude: point === null ? '' : coordinateText(point[1], language),
      };
    }),
  };
}
