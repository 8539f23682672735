import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { id as texts } from '../i18n/keeping/id.ts';
import { ServerProblem } from '../server-problem.ts';
import { Notice } from '../ui/notice.tsx';

type ErrorCode = Exclude<keyof (typeof texts)['error'], 'other'>;

function isErrorCode(code: string): code is ErrorCode {
  return code in texts.error && code !== 'other';
}

function keepingErrorText(t: TFunction<'keeping'>, error: unknown): string {
  const code = error instanceof ServerProblem ? error.body.code : 'client';
  return isErrorCode(code) ? t(`error.${code}`) : t('error.other', { code });
}

/** Why an act did not work; nothing while there is no error. The place is always there, so it is read out. */
export function KeepingError({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('keeping');
  return <div role="alert">{error !== null && <Notice tone="caution">{keepingErrorText(t, error)}</Notice>}</div>;
}
