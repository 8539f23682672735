import '../i18n/accounts/add.ts';
import { useTranslation } from 'react-i18next';
import { FailedPage } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import { useTitle } from './use-title.ts';

/** Instead of a page of the cases, to a satgas whom no colleague has confirmed: what is missing, who can do it, how. */
export function UnconfirmedPage() {
  const { t } = useTranslation('accounts');
  const { open } = useView();
  useTitle(t('unconfirmed.title'));
  return (
    <FailedPage
      title={t('unconfirmed.title')}
      detail={`${t('unconfirmed.why')} ${t('unconfirmed.how')}`}
      action={t('unconfirmed.toAccount')}
      onAction={() => open('/account')}
    />
  );
}
