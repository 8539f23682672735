import type { formId } from '../../i18n/incidents/form-id.ts';

export type FaultCode = keyof (typeof formId)['fault'];

/** What is wrong and where: a path of the form (`month`, `places.0.point`), which is also the end of an element's id. */
export interface FormFault {
  readonly field: string;
  readonly code: FaultCode;
}

/** Id of the element that a fault points at: the first control of a group. */
export function elementId(formId: string, field: string): string {
  return `${formId}-${field.replaceAll('.', '-')}`;
}
