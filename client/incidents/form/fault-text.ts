import type { TFunction } from 'i18next';
import { formId } from '../../i18n/incidents/form-id.ts';
import type { Language } from '../../view.ts';
import { coordinateText } from './coordinate.ts';
import type { FormFault } from './fault.ts';

type FieldName = keyof (typeof formId)['field'];

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(formId.field, name);
}

/** What a field is called in the list of faults; one of a place says of which. */
export function fieldLabel(t: TFunction<'incidents'>, field: string): string {
  const [whole = '', position, part] = field.split('.');
  const name = part ?? whole;
  const label = t(`form.field.${isFieldName(name) ? name : 'other'}`).replace(/\?$/, '');
  return part === undefined ? label : t('form.field.ofPlace', { n: Number(position) + 1, field: label });
}

export function faultText(t: TFunction<'incidents'>, { field, code }: FormFault, language: Language): string {
  const example = coordinateText(field.endsWith('latitude') ? -1.2654 : 116.8312, language);
  return t(`form.fault.${code}`, { example });
}
