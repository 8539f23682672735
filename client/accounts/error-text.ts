import type { TFunction } from 'i18next';
import type { id } from '../i18n/accounts/id.ts';
import { id as texts } from '../i18n/accounts/id.ts';
import { ServerProblem } from '../server-problem.ts';

type ErrorCode = Exclude<keyof (typeof id)['error'], 'invalid_fields' | 'other'>;
type FieldName = keyof (typeof id)['field'];

function isErrorCode(code: string): code is ErrorCode {
  return code in texts.error && code !== 'invalid_fields' && code !== 'other';
}

function isFieldName(field: string): field is FieldName {
  return field in texts.field;
}

/** What an act of accounts came to, in the language of the page. */
export function accountErrorText(t: TFunction<'accounts'>, error: unknown): string {
  if (!(error instanceof ServerProblem)) return t('error.other', { code: 'client' });
  const { code, fields = [] } = error.body;
  if (code === 'invalid_fields') {
    const names = [...new Set(fields.map(({ field }) => (isFieldName(field) ? t(`field.${field}`) : field)))];
    return t('error.invalid_fields', { fields: names.join(', ') });
  }
  return isErrorCode(code) ? t(`error.${code}`) : t('error.other', { code });
}
