import '../i18n/accounts/add.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';
import { Notice } from '../ui/notice.tsx';
import { useView } from '../use-view.tsx';
import type { Enrolment } from './account-api.ts';
import css from './accounts.module.css';
import { asideOf, goOn } from './after-sign-in.ts';
import { CodeForm } from './code-form.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { useTitle } from './use-title.ts';

type Step = { readonly at: 'password' | 'code' } | { readonly at: 'enrolment'; readonly enrolment: Enrolment };

/** E-mail and password, then the code, or the second factor where the role wants one and there is none. */
export default function SignInPage() {
  const { t } = useTranslation('accounts');
  const { hrefOf } = useView();
  const session = useSession();
  const [{ next, oidc }] = useState(() => asideOf(location.search));
  const [step, setStep] = useState<Step>({ at: 'password' });
  useTitle(t('signIn.title'));
  const done = (): void => void goOn(next, hrefOf);
  useEffect(() => {
    // Sent back by the provider: the account page asks for what is still missing.
    if (oidc !== 'done' || session?.user == null || session.pending === 'second_factor') return;
    void goOn(session.pending === 'second_factor_enrolment' ? '/account' : next, hrefOf);
  }, [oidc, session, next, hrefOf]);

  const body = () => {
    if (step.at === 'enrolment') {
      return (
        <>
          <h1>{t('enrol.title')}</h1>
          <p className={css.lead}>{t('enrol.leadOptional')}</p>
          <EnrolmentForm enrolment={step.enrolment} onDone={done} />
        </>
      );
    }
    // The provider has sent the person back with a session that waits for its code.
    if (step.at === 'code' || session?.pending === 'second_factor') {
      return <CodeForm onDone={done} onStartOver={() => setStep({ at: 'password' })} />;
    }
    return (
      <>
        <h1>{t('signIn.title')}</h1>
        <p className={css.lead}>{t('signIn.lead')}</p>
        {oidc === 'refused' && <Notice tone="caution">{t('signIn.providerRefused')}</Notice>}
        {session?.user != null && (
          <Notice>
            {t('signIn.already', { name: session.user.name })} <a href={hrefOf('/account')}>{t('signIn.toAccount')}</a>
          </Notice>
        )}
        <PasswordForm
          oidc={session?.oidc === true}
          next={next ?? '/'}
          onCode={() => setStep({ at: 'code' })}
          onEnrolment={(enrolment) => setStep({ at: 'enrolment', enrolment })}
          onDone={done}
        />
      </>
    );
  };
  return <div className={css.page}>{body()}</div>;
}
