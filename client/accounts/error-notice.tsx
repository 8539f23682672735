import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import { accountErrorText } from './error-text.ts';

/** Why an act did not work; nothing while there is no error. The place is always there, so it is read out. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('accounts');
  return <div role="alert">{error !== null && <Notice tone="caution">{accountErrorText(t, error)}</Notice>}</div>;
}
