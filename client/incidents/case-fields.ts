import type { ShownIncident } from './incident-api.ts';
import type { CaseText } from './use-case-text.ts';

/** What is shown of a case, in the order of the form; the key names its label in the form's texts. */
export const CASE_FIELDS = [
  'month',
  'source',
  'stage',
  'childInvolved',
  'acts',
  'means',
  'purposes',
  'platforms',
  'places',
  'victims',
  'suspects',
  'lpNumber',
] as const;
export type CaseField = (typeof CASE_FIELDS)[number];

/** One field in words. */
export function fieldText(text: CaseText, incident: ShownIncident, field: CaseField): string {
  switch (field) {
    case 'month':
      return text.when(incident);
    case 'victims':
    case 'suspects':
      return text.count(incident[field]);
    case 'childInvolved':
      return text.child(incident);
    case 'places':
      return text.exactPlaces(incident);
    default:
      return text[field](incident);
  }
}

/** The fields in which two cases, or two states of one, differ. Places differ by their points as well. */
export function differingFields(a: ShownIncident, b: ShownIncident): readonly CaseField[] {
  const answerOf = (incident: ShownIncident, field: CaseField): unknown => {
    if (field === 'month') return [incident.month, incident.day];
    return field === 'lpNumber' ? incident.hasLpNumber : incident[field];
  };
  return CASE_FIELDS.filter((field) => JSON.stringify(answerOf(a, field)) !== JSON.stringify(answerOf(b, field)));
}
