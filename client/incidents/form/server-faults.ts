import { formId } from '../../i18n/incidents/form-id.ts';
import type { ServerProblem } from '../../server-problem.ts';
import type { FaultCode, FormFault } from './fault.ts';
import type { FormValues } from './form-values.ts';
import { formField } from './validate-form.ts';

/** What was in the form when the server answered. */
export interface Sent {
  readonly values: FormValues;
  readonly lpNumber: string;
}

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(formId.fault, code);
}

/** Faults that the server found, at the fields of the form; none when the problem is not about fields. */
export function serverFaults(problem: ServerProblem | null, { values }: Sent): readonly FormFault[] {
  return (problem?.body.fields ?? []).map(({ field, code }) => ({
    field: formField(field, values),
    code: isFaultCode(code) ? code : 'invalid',
  }));
}

/** Whether a field was touched since: its fault is then an old one. */
export function isTouched(field: string, sent: Sent, now: Sent): boolean {
  const [name = '', position] = field.split('.');
  if (name === 'lpNumber') return sent.lpNumber !== now.lpNumber;
  if (name === 'month') {
    return sent.values.monthOfYear !== now.values.monthOfYear || sent.values.year !== now.values.year;
  }
  if (position !== undefined) return sent.values.places[Number(position)] !== now.values.places[Number(position)];
  const answerOf = ({ values }: Sent): unknown => Object.entries(values).find(([key]) => key === name)?.[1];
  return answerOf(sent) !== answerOf(now);
}
