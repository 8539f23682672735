import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { giveCode } from './account-api.ts';
import css from './accounts.module.css';
import { ErrorNotice } from './error-notice.tsx';
import { CodeSwitch, GivenCodeField, givenCode, NO_CODE } from './given-code.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly onDone: () => void;
  readonly onStartOver: () => void;
}

/** The second step of a sign-in: the code of the phone, or a recovery code. */
export function CodeForm({ onDone, onStartOver }: Props) {
  const { t } = useTranslation('accounts');
  const { busy, error, run } = useAct();
  const [entry, setEntry] = useState(NO_CODE);
  const submit = async (): Promise<void> => {
    try {
      await giveCode(givenCode(entry));
    } catch (reason) {
      setEntry({ ...entry, text: '' });
      throw reason;
    }
    onDone();
  };
  return (
    <>
      <h1>{t(entry.recovery ? 'signIn.recoveryTitle' : 'signIn.codeTitle')}</h1>
      <p className={css.lead}>{t(entry.recovery ? 'signIn.recoveryLead' : 'signIn.codeLead')}</p>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          run(submit);
        }}
      >
        <ErrorNotice error={error} />
        <GivenCodeField entry={entry} onChange={setEntry} autoFocus />
        <Button type="submit" look="primary" disabled={busy}>
          {t(busy ? 'signIn.busy' : 'signIn.confirm')}
        </Button>
      </form>
      <div className={css.row}>
        <CodeSwitch entry={entry} onChange={setEntry} />
        <button type="button" className={css.link} onClick={onStartOver}>
          {t('signIn.startOver')}
        </button>
      </div>
    </>
  );
}
