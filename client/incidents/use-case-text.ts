import { useTranslation } from 'react-i18next';
import type { PersonCount } from '../../domain/incident.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useAreaNames } from '../imports/use-area-names.ts';
import { type Element, elementsHint } from './form/elements-hint.ts';
import type { ShownIncident } from './incident-api.ts';

type Place = ShownIncident['places'][number];

/** What a case says, in the words of the form. */
export function useCaseText() {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const areaName = useAreaNames();
  const orNone = (texts: readonly string[]): string => (texts.length === 0 ? t('page.one.none') : texts.join(', '));
  /** An element that is asked for and not there is not known, which is more than not recorded. */
  const elementOf = (incident: ShownIncident, element: Element, texts: readonly string[]): string =>
    elementsHint(incident).missing.includes(element) ? t('page.one.notKnown') : orNone(texts);
  const areaOf = (place: Place): string => (place.areaCode === null ? t('page.one.online') : areaName(place.areaCode));
  const placeOf = (place: Place): string => `${t(`form.roles.${place.role}`)}: ${areaOf(place)}`;
  /** How closely it is known. */
  const precision = (place: Place): string => {
    if (place.point !== null) {
      const point = [place.point[1], place.point[0]]
        .map((degrees) => format.decimal(degrees, 5).replace('-', '−'))
        .join(' · ');
      return t('page.one.pointKept', { point });
    }
    if (place.h3 !== null) return t('page.one.cellOnly');
    return place.precision === 'online' ? '' : t('page.one.areaOnly');
  };
  return {
    when: ({ month, day }: Pick<ShownIncident, 'month' | 'day'>): string =>
      format.date(day === null ? month : `${month}-${String(day).padStart(2, '0')}`),
    acts: (incident: ShownIncident) =>
      elementOf(
        incident,
        'acts',
        incident.acts.map((one) => t(`form.acts.${one}`)),
      ),
    means: (incident: ShownIncident) =>
      elementOf(
        incident,
        'means',
        incident.means.map((one) => t(`form.means.${one}`)),
      ),
    purposes: (incident: ShownIncident) =>
      elementOf(
        incident,
        'purposes',
        incident.purposes.map((one) => t(`form.purposes.${one}`)),
      ),
    platforms: (incident: ShownIncident) => orNone(incident.platforms.map((one) => t(`form.platforms.${one}`))),
    source: (incident: ShownIncident) => t(`form.source.${incident.source}`),
    stage: (incident: ShownIncident) => t(`form.stage.${incident.stage}`),
    count: (count: PersonCount) => t(`form.count.${count}`),
    child: (incident: ShownIncident) => t(`form.child.${incident.childInvolved}`),
    lpNumber: (incident: ShownIncident) => t(incident.hasLpNumber ? 'page.one.lpKept' : 'page.one.lpNone'),
    role: (place: Place) => t(`form.roles.${place.role}`),
    area: areaOf,
    places: (incident: ShownIncident) => incident.places.map(placeOf).join('; '),
    precision,
    /** Roles and areas with the points that are kept: two cases may differ by a point alone. */
    exactPlaces: (incident: ShownIncident) =>
      incident.places
        .map((place) => [placeOf(place), place.point && precision(place)].filter(Boolean).join(', '))
        .join('; '),
  };
}

export type CaseText = ReturnType<typeof useCaseText>;
