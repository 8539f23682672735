import '../i18n/accounts/add.ts';
import { useTranslation } from 'react-i18next';
import { SessionList } from './session-list.tsx';

/** The sessions of everybody, on the page of an admin. */
export function SessionsSection() {
  const { t } = useTranslation('accounts');
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('session.title')}</h2>
      <SessionList of="all" />
    </section>
  );
}
