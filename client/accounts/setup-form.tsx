import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { beginEnrolment, type Enrolment, type SetupFor, setUp } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { EmailField, NewPasswordField } from './sign-in-fields.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly token: string;
  readonly setupFor: SetupFor;
  readonly onEnrolment: (enrolment: Enrolment) => void;
  readonly onSignIn: () => void;
  readonly onDone: () => void;
}

/** The password of a new account; e-mail and name as well when it is the first. */
export function SetupForm({ token, setupFor, onEnrolment, onSignIn, onDone }: Props) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [email, setEmail] = useState(setupFor.email ?? '');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (): Promise<void> => {
    const { next } = await setUp({ token, password, ...(setupFor.firstAdmin ? { email, name } : {}) });
    if (next === 'second_factor_enrolment') onEnrolment(await beginEnrolment(password));
    else if (next === 'done') onDone();
    else onSignIn();
  };
  return (
    <>
      <p className={css.lead}>
        {setupFor.firstAdmin
          ? t('setup.firstLead')
          : t('setup.lead', { name: setupFor.name ?? '', email: setupFor.email ?? '' })}
      </p>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          run(submit);
        }}
      >
        <ErrorNotice error={error} />
        <EmailField value={email} onText={setEmail} readOnly={!setupFor.firstAdmin} />
        {setupFor.firstAdmin && (
          <TextField
            label={t('setup.name')}
            hint={t('setup.nameHint')}
            name="name"
            value={name}
            onText={setName}
            autoComplete="off"
            maxLength={80}
            required
          />
        )}
        <NewPasswordField label={t('setup.newPassword')} value={password} onText={setPassword} />
        <Button type="submit" look="primary" disabled={busy}>
          {t('setup.submit')}
        </Button>
      </form>
    </>
  );
}
