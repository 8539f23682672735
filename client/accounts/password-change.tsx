import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { changePassword } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { NewPasswordField, PasswordField } from './sign-in-fields.tsx';
import { useAct } from './use-act.ts';

/** Changes the own password; the other sessions end. */
export function PasswordChange({ email }: { readonly email: string }) {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  const { busy, error, run } = useAct();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [changed, setChanged] = useState(false);
  const submit = async (): Promise<void> => {
    setChanged(false);
    await changePassword(current, next);
    setCurrent('');
    setNext('');
    setChanged(true);
    await client.invalidateQueries({ queryKey: ['sessions'] });
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        run(submit);
      }}
    >
      <ErrorNotice error={error} />
      {/* For password managers: whose password it is. */}
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <PasswordField label={t('account.current')} value={current} onText={setCurrent} />
      <NewPasswordField label={t('account.next')} value={next} onText={setNext} />
      <div role="status">{changed && <Notice>{t('account.changed')}</Notice>}</div>
      <Button type="submit" disabled={busy}>
        {t('account.change')}
      </Button>
    </form>
  );
}
