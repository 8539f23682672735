import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { giveCode } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly onDone: () => void;
  readonly onStartOver: () => void;
}

/** The second step of a sign-in: the code of the phone, or a recovery code. */
export function CodeForm({ onDone, onStartOver }: Props) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [recovery, setRecovery] = useState(false);
  const [value, setValue] = useState('');
  const submit = async (): Promise<void> => {
    try {
      await giveCode(recovery ? { recoveryCode: value.trim() } : { code: value.replace(/\D/g, '') });
    } catch (reason) {
      setValue('');
      throw reason;
    }
    onDone();
  };
  return (
    <>
      <h1>{t(recovery ? 'signIn.recoveryTitle' : 'signIn.codeTitle')}</h1>
      <p className={css.lead}>{t(recovery ? 'signIn.recoveryLead' : 'signIn.codeLead')}</p>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          run(submit);
        }}
      >
        <ErrorNotice error={error} />
        <TextField
          key={String(recovery)}
          label={t(recovery ? 'signIn.recovery' : 'signIn.code')}
          name="code"
          value={value}
          onText={setValue}
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete={recovery ? 'off' : 'one-time-code'}
          autoCapitalize="off"
          spellCheck={false}
          maxLength={recovery ? 40 : 9}
          required
          autoFocus
        />
        <Button type="submit" look="primary" disabled={busy}>
          {t(busy ? 'signIn.busy' : 'signIn.confirm')}
        </Button>
      </form>
      <div className={css.row}>
        <button
          type="button"
          className={css.link}
          onClick={() => {
            setRecovery(!recovery);
            setValue('');
          }}
        >
          {t(recovery ? 'signIn.useCode' : 'signIn.useRecovery')}
        </button>
        <button type="button" className={css.link} onClick={onStartOver}>
          {t('signIn.startOver')}
        </button>
      </div>
    </>
  );
}
