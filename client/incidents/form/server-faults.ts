import { formId } from '../../i18n/incidents/form-id.ts';
import type { ServerProblem } from '../../server-problem.ts';
import type { FaultCode, FormFault } from './fault.ts';
import type { FormValues } from './form-values.ts';
import { formField } from './validate-form.ts';

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(formId.fault, code);
}

/** Faults that the server found, at the fields of the form; none when the problem is not about fields. */
export function serverFaults(problem: ServerProblem | null, values: FormValues): readonly FormFault[] {
  return (problem?.body.fields ?? []).map(({ field, code }) => ({
    field: formField(field, values),
    code: isFaultCode(code) ? code : 'invalid',
  }));
}
