import type { DeskRefusal } from '../../importing/import-desk.ts';
import type { Problem, ProblemCode } from '../../problem.ts';
import type { ImportReason } from '../../store/contract/import-store.ts';

const CODE_OF_REASON: Readonly<Record<string, ProblemCode>> = {
  too_large: 'too_large',
  too_many_rows: 'too_large',
  too_many_columns: 'too_large',
  wrong_type: 'wrong_type',
  not_geojson: 'wrong_type',
  wrong_crs: 'wrong_type',
  identity_column: 'identity_refused',
  identity_value: 'identity_refused',
  internal_error: 'internal_error',
};

/** A file that was refused, as a problem: `reason` says why, `fields` where. No value of the file is in it. */
export function refusedFile({ code, fields }: ImportReason): Problem {
  return {
    code: CODE_OF_REASON[code] ?? 'invalid_fields',
    detail: 'The file cannot be taken.',
    reason: code,
    fields: fields.length > 0 ? fields : [{ field: 'file', code }],
  };
}

export function deskProblem(refusal: DeskRefusal): Problem {
  switch (refusal) {
    case 'not_found':
      return { code: 'not_found', detail: 'There is no such import.' };
    case 'conflict':
      return { code: 'conflict', detail: 'The import is in another state by now.' };
    case 'too_many_open':
      return { code: 'too_many_requests', detail: 'Too many imports wait: confirm or cancel one first.' };
    case 'missing_fields':
      return {
        code: 'invalid_fields',
        detail: 'A needed field has no column.',
        fields: [{ field: 'fields', code: 'missing' }],
      };
    case 'wrong_fields':
      return {
        code: 'invalid_fields',
        detail: 'These are not fields of this file.',
        fields: [{ field: 'fields', code: 'not_consistent' }],
      };
  }
}
