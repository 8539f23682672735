import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { beginEnrolment, type Enrolment } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { PasswordField } from './sign-in-fields.tsx';
import { useAct } from './use-act.ts';

/** Asks for the password before a second factor is begun. */
export function BeginEnrolment({ onBegun }: { readonly onBegun: (enrolment: Enrolment) => void }) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [password, setPassword] = useState('');
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        run(async () => onBegun(await beginEnrolment(password)));
      }}
    >
      <ErrorNotice error={error} />
      <PasswordField
        label={t('account.confirmPassword')}
        hint={t('account.confirmHint')}
        value={password}
        onText={setPassword}
      />
      <Button type="submit" look="primary" disabled={busy}>
        {t('enrol.begin')}
      </Button>
    </form>
  );
}
