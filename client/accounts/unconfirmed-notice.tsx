import '../i18n/accounts/add.ts';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import css from './accounts.module.css';

/** To a satgas whom no colleague has confirmed: what is missing, who can do it, and how. */
export function UnconfirmedNotice() {
  const { t } = useTranslation('accounts');
  return (
    <Notice tone="caution">
      <div className={css.told}>
        <strong>{t('unconfirmed.title')}</strong>
        <p>{t('unconfirmed.why')}</p>
        <p>{t('unconfirmed.how')}</p>
      </div>
    </Notice>
  );
}
