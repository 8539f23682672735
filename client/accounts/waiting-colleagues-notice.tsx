import '../i18n/accounts/add.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import { fetchWaiting, WAITING_KEY } from './colleagues-api.ts';

/** Says on the pages of the cases that an account waits, and where it is confirmed; nothing while none does. */
export function WaitingColleaguesNotice() {
  const { t } = useTranslation('accounts');
  const { hrefOf } = useView();
  const { data } = useQuery({ queryKey: WAITING_KEY, queryFn: fetchWaiting, staleTime: 60_000 });
  const count = data?.waiting.length ?? 0;
  if (count === 0) return null;
  return (
    <Notice tone="caution" live>
      {t('colleagues.some', { count })} <a href={`${hrefOf('/account')}#colleagues`}>{t('colleagues.look')}</a>
    </Notice>
  );
}
