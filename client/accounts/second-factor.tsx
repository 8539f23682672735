import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { removeSecondFactor, renewRecoveryCodes } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { CodeSwitch, GivenCodeField, givenCode, NO_CODE } from './given-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { PasswordField } from './sign-in-fields.tsx';
import { useAct } from './use-act.ts';

/** A second factor that is there: new recovery codes, or another phone. Each wants the password and a code. */
export function SecondFactor({ onRemoved }: { readonly onRemoved: () => void }) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [password, setPassword] = useState('');
  const [entry, setEntry] = useState(NO_CODE);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <RecoveryCodes codes={codes} onSaved={() => setCodes(null)} />;
  /** A code is good once, so the field is empty for the next one whatever came of it. */
  const give = async <T,>(act: (password: string, code: ReturnType<typeof givenCode>) => Promise<T>): Promise<T> => {
    try {
      return await act(password, givenCode(entry));
    } finally {
      setEntry({ ...entry, text: '' });
    }
  };
  const renew = async (): Promise<void> => {
    const { recoveryCodes } = await give(renewRecoveryCodes);
    setPassword('');
    setCodes(recoveryCodes);
  };
  const remove = async (): Promise<void> => {
    await give(removeSecondFactor);
    onRemoved();
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        run(submitter instanceof HTMLButtonElement && submitter.value === 'replace' ? remove : renew);
      }}
    >
      <p>{t('account.factorOn')}</p>
      <ErrorNotice error={error} />
      <PasswordField
        label={t('account.confirmPassword')}
        hint={t('account.confirmHint')}
        value={password}
        onText={setPassword}
      />
      <GivenCodeField entry={entry} onChange={setEntry} />
      <div className={css.row}>
        <CodeSwitch entry={entry} onChange={setEntry} />
      </div>
      <div className={css.row}>
        <Button type="submit" disabled={busy}>
          {t('account.newCodes')}
        </Button>
        <Button type="submit" value="replace" disabled={busy}>
          {t('account.replace')}
        </Button>
      </div>
      <p className={css.note}>{t('account.replaceHint')}</p>
    </form>
  );
}
