import '../i18n/accounts/add.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SESSION_KEY, sessionMay, useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { FailedPage, Loading } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import type { Enrolment } from './account-api.ts';
import css from './accounts.module.css';
import { goOn } from './after-sign-in.ts';
import { BeginEnrolment } from './begin-enrolment.tsx';
import { CodeForm } from './code-form.tsx';
import { ColleaguesSection } from './colleagues-section.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { PasswordChange } from './password-change.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';
import { leave } from './sign-out.ts';
import { UnconfirmedNotice } from './unconfirmed-notice.tsx';
import { useTitle } from './use-title.ts';

/** The own account: password, second factor, sessions. */
export default function AccountPage() {
  const { t } = useTranslation('accounts');
  const { open, hrefOf } = useView();
  const session = useSession();
  const client = useQueryClient();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  useTitle(t('account.title'));
  if (session === undefined) return <Loading label={t('signIn.busy')} />;
  if (session.user === null) {
    return (
      <FailedPage
        title={t('account.title')}
        detail={t('account.signedOut')}
        action={t('signIn.submit')}
        onAction={() => open('/sign-in')}
      />
    );
  }
  const { user, pending } = session;
  const signOutButton = <Button onClick={() => void leave(hrefOf)}>{t('account.signOut')}</Button>;
  if (pending === 'second_factor') {
    return (
      <div className={css.page}>
        <CodeForm onDone={() => void goOn('/account', hrefOf)} onStartOver={() => void leave(hrefOf)} />
      </div>
    );
  }
  if (enrolment !== null || pending === 'second_factor_enrolment') {
    const role = t(`role.${user.role}`);
    return (
      <div className={css.page}>
        <h1>{t('enrol.title')}</h1>
        <p className={css.lead}>
          {pending === 'second_factor_enrolment' ? t('enrol.lead', { role }) : t('enrol.leadOptional')}
        </p>
        {enrolment === null ? (
          <BeginEnrolment onBegun={setEnrolment} />
        ) : (
          <EnrolmentForm
            enrolment={enrolment}
            onDone={() => void goOn(pending === 'second_factor_enrolment' ? null : '/account', hrefOf)}
          />
        )}
        {pending === 'second_factor_enrolment' && enrolment === null && signOutButton}
      </div>
    );
  }
  return (
    <div className={`${css.page} ${css.wide}`}>
      <div className={`${css.row} ${css.spread}`}>
        <div>
          <h1>{t('account.title')}</h1>
          <p className={css.lead}>
            {user.name} · {user.email} · {t(`role.${user.role}`)}
          </p>
        </div>
        {signOutButton}
      </div>
      {pending === 'confirmation' && <UnconfirmedNotice />}
      {sessionMay(session, 'colleague.confirm') && <ColleaguesSection />}
      <section className={css.part} aria-labelledby="password">
        <h2 id="password">{t('account.passwordTitle')}</h2>
        <PasswordChange email={user.email} />
      </section>
      <section className={css.part} aria-labelledby="second-factor">
        <h2 id="second-factor">{t('account.factorTitle')}</h2>
        {user.secondFactor ? (
          <SecondFactor onRemoved={() => void client.invalidateQueries({ queryKey: SESSION_KEY })} />
        ) : (
          <>
            <p>{t('account.factorOff')}</p>
            <BeginEnrolment onBegun={setEnrolment} />
          </>
        )}
      </section>
      <section className={css.part} aria-labelledby="sessions">
        <h2 id="sessions">{t('account.sessionsTitle')}</h2>
        <SessionList of="self" />
      </section>
    </div>
  );
}
