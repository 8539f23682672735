import type { TFunction } from 'i18next';
import { LoadError } from './load-error.ts';

/** What went wrong, in the language of the page. */
export function errorText(t: TFunction, error: Error): string {
  if (!(error instanceof LoadError)) return t('state.errorUnknown');
  const { kind, path, detail } = error;
  if (kind === 'network') return t('state.errorNetwork', { path });
  if (kind === 'status') return t('state.errorStatus', { path, status: detail });
  return t('state.errorShape', { path, detail });
}
