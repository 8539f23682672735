import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { removeSecondFactor, renewRecoveryCodes } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useAct } from './use-act.ts';

/** A second factor that is there: new recovery codes, or another phone. Each wants the password. */
export function SecondFactor({ onRemoved }: { readonly onRemoved: () => void }) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <RecoveryCodes codes={codes} onSaved={() => setCodes(null)} />;
  const renew = async (): Promise<void> => {
    const { recoveryCodes } = await renewRecoveryCodes(password);
    setPassword('');
    setCodes(recoveryCodes);
  };
  const remove = async (): Promise<void> => {
    await removeSecondFactor(password);
    onRemoved();
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        run(renew);
      }}
    >
      <p>{t('account.factorOn')}</p>
      <ErrorNotice error={error} />
      <TextField
        label={t('account.confirmPassword')}
        hint={t('account.confirmHint')}
        name="password"
        type="password"
        value={password}
        onText={setPassword}
        autoComplete="current-password"
        maxLength={128}
      />
      <div className={css.row}>
        <Button type="submit" disabled={busy}>
          {t('account.newCodes')}
        </Button>
        <Button disabled={busy} onClick={() => run(remove)}>
          {t('account.replace')}
        </Button>
      </div>
      <p className={css.note}>{t('account.replaceHint')}</p>
    </form>
  );
}
