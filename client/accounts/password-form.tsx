import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { beginEnrolment, beginOidc, type Enrolment, signIn } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { EmailField, PasswordField } from './sign-in-fields.tsx';
import { useAct } from './use-act.ts';

interface Props {
  /** Whether there is a provider to sign in by. */
  readonly oidc: boolean;
  /** Where the provider sends the person back to. */
  readonly next: string;
  readonly onCode: () => void;
  readonly onEnrolment: (enrolment: Enrolment) => void;
  readonly onDone: () => void;
}

/** The first step of a sign-in. */
export function PasswordForm({ oidc, next, onCode, onEnrolment, onDone }: Props) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (): Promise<void> => {
    const answer = await signIn(email, password);
    if (answer.next === 'second_factor') onCode();
    else if (answer.next === 'second_factor_enrolment') onEnrolment(await beginEnrolment(password));
    else onDone();
  };
  return (
    <>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          run(submit);
        }}
      >
        <ErrorNotice error={error} />
        <EmailField value={email} onText={setEmail} />
        <PasswordField label={t('signIn.password')} value={password} onText={setPassword} />
        <Button type="submit" look="primary" disabled={busy}>
          {t(busy ? 'signIn.busy' : 'signIn.submit')}
        </Button>
      </form>
      {oidc && (
        <Button disabled={busy} onClick={() => run(async () => location.assign((await beginOidc(next)).url))}>
          {t('signIn.provider')}
        </Button>
      )}
    </>
  );
}
