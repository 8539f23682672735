import '../i18n/accounts/add.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedPage, Loading } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import { checkSetup, type Enrolment } from './account-api.ts';
import css from './accounts.module.css';
import { goOn } from './after-sign-in.ts';
import { EnrolmentForm } from './enrolment-form.tsx';
import { accountErrorText } from './error-text.ts';
import { SetupForm } from './setup-form.tsx';
import { useTitle } from './use-title.ts';

/** Spends a one-time link: password, then the second factor where the role wants one. */
export default function SetupPage() {
  const { t } = useTranslation('accounts');
  const { hrefOf, open } = useView();
  const [token] = useState(() => location.hash.slice(1));
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  useTitle(t('setup.title'));
  useEffect(() => {
    // The token stays out of the history, and out of sight of whoever looks over the shoulder.
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  }, []);
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: () => checkSetup(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (enrolment !== null) {
    return (
      <div className={css.page}>
        <h1>{t('enrol.title')}</h1>
        <p className={css.lead}>{t('enrol.leadOptional')}</p>
        <EnrolmentForm enrolment={enrolment} onDone={() => void goOn(null, hrefOf)} />
      </div>
    );
  }
  if (link.isPending) return <Loading label={t('setup.checking')} />;
  if (link.isError) {
    return (
      <FailedPage
        title={t('setup.goneTitle')}
        detail={isGone(link.error) ? t('setup.gone') : accountErrorText(t, link.error)}
        action={t('setup.toSignIn')}
        onAction={() => open('/sign-in')}
      />
    );
  }
  return (
    <div className={css.page}>
      <h1>{t('setup.title')}</h1>
      <SetupForm
        token={token}
        setupFor={link.data}
        onEnrolment={setEnrolment}
        onSignIn={() => open('/sign-in')}
        onDone={() => void goOn(null, hrefOf)}
      />
    </div>
  );
}

/** A token of another shape is as gone as one that was used. */
function isGone(error: Error): boolean {
  return /^(gone|invalid_fields):/.test(error.message);
}
